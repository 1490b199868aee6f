package dev.certadvisor.slack;

import dev.certadvisor.conversation.Wording;
import dev.certadvisor.delivery.LogFields;
import dev.certadvisor.installation.Installation;
import dev.certadvisor.installation.Installations;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Installs the app in workspaces: sends the browser to Slack and takes it back ("Installing with
 * OAuth", docs.slack.dev/authentication). What Slack or the network says goes to the log, never
 * onto a page.
 */
final class InstallServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(InstallServlet.class);
  private static final String COOKIE = "advisor_install";

  private final transient Supplier<URI> api;
  private final String clientId;
  private final transient InstallState states;
  private final transient TokenExchange exchange;
  private final transient InstalledTokens tokens;
  private final transient Installations installations;
  private final transient InstantSource clock;
  private final transient InstallPage page;

  /**
   * A servlet for {@link SlackEdge#INSTALL_PATH} and {@link SlackEdge#REDIRECT_PATH}.
   *
   * @param api the Web API's base address; Slack's page for installing is beside it
   */
  InstallServlet(
      Supplier<URI> api,
      String clientId,
      InstallState states,
      TokenExchange exchange,
      InstalledTokens tokens,
      Installations installations,
      Wording wording,
      InstantSource clock) {
    this.api = api;
    this.clientId = clientId;
    this.states = states;
    this.exchange = exchange;
    this.tokens = tokens;
    this.installations = installations;
    this.clock = clock;
    this.page = new InstallPage(wording);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    if (request.getRequestURI().endsWith(SlackEdge.INSTALL_PATH)) {
      begin(request, response);
    } else {
      finish(request, response);
    }
  }

  private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String state = states.issue();
    response.addCookie(cookie(request, state, (int) InstallState.VALID.toSeconds()));
    response.sendRedirect(
        api.get().resolve("../oauth/v2/authorize")
            + "?client_id="
            + encode(clientId)
            + "&scope="
            + encode(String.join(",", Needs.scopes()))
            + "&state="
            + encode(state));
  }

  private void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String state = parameter(request, "state");
    Optional<Instant> end = states.end(state).filter(until -> isOfThisBrowser(request, state));
    response.addCookie(cookie(request, "", 0));
    if (end.isEmpty()) {
      page.write(response, HttpServletResponse.SC_BAD_REQUEST, InstallPage.Kind.STALE, "");
      return;
    }
    String code = parameter(request, "code");
    if (code.isEmpty()) {
      LOG.info("An installation was broken off: {}", Mrkdwn.cut(word(request), 40));
      page.write(response, HttpServletResponse.SC_OK, InstallPage.Kind.CANCELLED, "");
      return;
    }
    try {
      if (installations.spend(state, clock.instant(), end.get())) {
        install(code, response);
      } else {
        page.write(response, HttpServletResponse.SC_BAD_REQUEST, InstallPage.Kind.STALE, "");
      }
    } catch (Installations.Unavailable | Tokens.Unavailable e) {
      LOG.error("An installation could not be stored: {}", e.getMessage());
      unavailable(response);
    }
  }

  private void install(String code, HttpServletResponse response) throws IOException {
    Installation installation;
    try {
      installation = exchange.install(code);
    } catch (TokenExchange.Refused e) {
      LOG.warn("Slack refused an installation: {}", e.getMessage());
      page.write(response, HttpServletResponse.SC_BAD_REQUEST, InstallPage.Kind.REFUSED, "");
      return;
    } catch (IOException e) {
      LOG.warn("Slack could not be reached for an installation: {}", e.getClass().getName());
      unavailable(response);
      return;
    }
    tokens.install(installation);
    LOG.atInfo()
        .addKeyValue(LogFields.TEAM, installation.workspace())
        .log("Installed in workspace {}", installation.workspace());
    page.write(
        response, HttpServletResponse.SC_OK, InstallPage.Kind.INSTALLED, installation.name());
  }

  private void unavailable(HttpServletResponse response) throws IOException {
    page.write(
        response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, InstallPage.Kind.UNAVAILABLE, "");
  }

  /** Slack's word for why there is no code; letters only, so that nobody writes into our log. */
  private static String word(HttpServletRequest request) {
    return parameter(request, "error").replaceAll("[^a-z_]", "");
  }

  private static boolean isOfThisBrowser(HttpServletRequest request, String state) {
    Cookie @Nullable [] cookies = request.getCookies();
    return cookies != null
        && Stream.of(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .anyMatch(cookie -> InstallState.isEqual(cookie.getValue(), state));
  }

  private static Cookie cookie(HttpServletRequest request, String value, int seconds) {
    Cookie cookie = new Cookie(COOKIE, value);
    cookie.setPath("/slack");
    cookie.setHttpOnly(true);
    cookie.setSecure(isSecure(request));
    cookie.setAttribute(
        "SameSite", "Lax"); // it has to come along when Slack sends the browser back
    cookie.setMaxAge(seconds);
    return cookie;
  }

  private static boolean isSecure(HttpServletRequest request) {
    return request.isSecure() || "https".equals(request.getHeader("X-Forwarded-Proto"));
  }

  private static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
