package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.slack.api.bolt.App;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.response.Response;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import dev.certadvisor.delivery.Inbox;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what Slack posts: events, clicks and commands, all at one path.
 *
 * <p>The signature is checked over the bytes as they arrived, before anything reads them as text:
 * the stock adapter joins the lines anew and so refuses bodies that end in a line break. Only what
 * is known to be Slack's and well formed is handed to Bolt.
 */
final class RequestServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RequestServlet.class);

  /** Slack's largest events are well below; what is larger is not read at all. */
  private static final int MOST_BYTES = 2_000_000;

  private static final String RETRY_AFTER_SECONDS = "5";

  private static final Set<String> KNOWN_TYPES =
      Set.of("event_callback", "url_verification", "block_actions");

  private final transient Signature signature;
  private final transient App app;
  private final transient SlackRequestParser parser;

  /**
   * A servlet.
   *
   * @param signature checks requests
   * @param app handles them
   */
  RequestServlet(Signature signature, App app) {
    this.signature = signature;
    this.app = app;
    this.parser = new SlackRequestParser(app.config());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "body too large");
      return;
    }
    String body = new String(bytes, StandardCharsets.UTF_8);
    if (body.startsWith("ssl_check=1&") || body.equals("ssl_check=1")) {
      return; // Slack asks whether our certificate is fine; it wants a 200 and no more
    }
    if (!signature.matches(
        request.getHeader("X-Slack-Request-Timestamp"),
        request.getHeader("X-Slack-Signature"),
        bytes)) {
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "signature or timestamp is wrong");
      return;
    }
    handle(request, body, response);
  }

  private void handle(HttpServletRequest request, String body, HttpServletResponse response)
      throws IOException {
    Optional<String> lean = lean(body);
    if (lean.isEmpty()) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "neither JSON nor a form of Slack's");
      return;
    }
    if (lean.get().isEmpty()) {
      return; // a kind of request that we have nothing to say to: a plain 200 is the answer
    }
    try {
      Request<?> parsed =
          parser.parse(
              HttpRequest.builder()
                  .requestUri(request.getRequestURI())
                  .requestBody(lean.get())
                  .queryString(Map.of())
                  .remoteAddress(request.getRemoteAddr())
                  .headers(headers(request))
                  .build());
      if (parsed == null) {
        refuse(response, HttpServletResponse.SC_BAD_REQUEST, "neither event, click nor command");
        return;
      }
      answer(app.run(parsed), response);
    } catch (Inbox.Unavailable e) {
      LOG.warn("A request could not be stored, so Slack is asked to try again: {}", reason(e));
      response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    } catch (Exception e) {
      // Trying again would not help: the same request would fail the same way.
      LOG.error("A request was not understood: {} at {}", e.getClass().getName(), where(e));
      response.setHeader("X-Slack-No-Retry", "1");
      response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    }
  }

  /** The body as Bolt gets it: nothing if it is broken, blank if nobody waits for an answer. */
  private static Optional<String> lean(String body) {
    String start = body.stripLeading();
    if (start.startsWith("{")) {
      return Json.object(body).map(RequestServlet::lean);
    }
    Map<String, String> form = form(start);
    String payload = form.get("payload");
    if (payload != null) {
      return Json.object(payload).map(RequestServlet::lean).map(RequestServlet::asForm);
    }
    return form.containsKey("command") ? Optional.of(start) : Optional.empty();
  }

  private static String lean(JsonObject payload) {
    String type = Json.text(payload, "type").orElse("");
    boolean hasEvent =
        Json.object(payload, "event").flatMap(event -> Json.text(event, "type")).isPresent();
    if (!KNOWN_TYPES.contains(type) || (type.equals("event_callback") && !hasEvent)) {
      LOG.info("A request of the unknown type \"{}\" was acknowledged", Mrkdwn.cut(type, 40));
      return "";
    }
    LeanPayload.trim(payload);
    return Json.write(payload);
  }

  private static String asForm(String payload) {
    return payload.isEmpty() ? "" : "payload=" + URLEncoder.encode(payload, StandardCharsets.UTF_8);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        decode(pair.substring(equals + 1))
            .ifPresent(value -> form.putIfAbsent(pair.substring(0, equals), value));
      }
    }
    return form;
  }

  private static Optional<String> decode(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static RequestHeaders headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new TreeMap<>();
    request
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(name -> {
          List<String> values = new ArrayList<>();
          request.getHeaders(name).asIterator().forEachRemaining(values::add);
          headers.put(name, values);
        });
    return new RequestHeaders(headers);
  }

  private static void answer(Response answer, HttpServletResponse response) throws IOException {
    response.setStatus(answer.getStatusCode());
    String body = answer.getBody();
    if (body != null && !body.isEmpty()) {
      response.setContentType(answer.getContentType());
      response.setCharacterEncoding(StandardCharsets.UTF_8.name());
      response.getWriter().write(body);
    }
  }

  private static void refuse(HttpServletResponse response, int status, String reason)
      throws IOException {
    LOG.info("A request was refused with {}: {}", status, reason);
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(reason);
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getName() : e.getMessage();
  }

  /** The messages of exceptions may hold what a person typed, so only the place is logged. */
  private static String where(Exception e) {
    StackTraceElement[] trace = e.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }
}
