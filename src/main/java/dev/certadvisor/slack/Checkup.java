package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import okhttp3.FormBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Asks Slack's Web API what it thinks of the app's credentials. Each call asks once, changes
 * nothing, and hands back what was heard, headers included; judging it is the caller's.
 */
public final class Checkup implements AutoCloseable {

  /**
   * Slack takes credentials before codes, so a code that nobody was given tells which are wrong.
   */
  private static final String NO_CODE = "checkup";

  private final Slack slack;
  private final URI api;

  /**
   * A checkup that has asked nothing.
   *
   * @param api the Web API's base address with a slash at its end
   * @param viaProxy whether a proxy that the environment names is used, as the app itself would
   */
  public Checkup(URI api, boolean viaProxy) {
    this.slack = WebApi.connect(viaProxy);
    this.api = api;
  }

  /** Whether Slack answers at all ("api.test"). */
  public Heard reach() {
    return ask("api.test", null, new FormBody.Builder().build());
  }

  /** Whether Slack takes a bot token, and what it may do ("auth.test"). */
  public Heard botToken(String token) {
    return ask("auth.test", token, new FormBody.Builder().build());
  }

  /** Whether Slack opens Socket Mode to an app-level token ("apps.connections.open"). */
  public Heard appToken(String token) {
    return ask("apps.connections.open", token, new FormBody.Builder().build());
  }

  /**
   * Whether Slack takes a client id and secret ("oauth.v2.access"): it then refuses only the code.
   */
  public Heard client(String id, String secret) {
    FormBody form =
        new FormBody.Builder()
            .add("client_id", id)
            .add("client_secret", secret)
            .add("code", NO_CODE)
            .build();
    return ask("oauth.v2.access", null, form);
  }

  private Heard ask(String method, @Nullable String token, FormBody form) {
    String url = api.resolve(method).toString();
    try (Response response =
        token == null
            ? slack.getHttpClient().postForm(url, form)
            : slack.getHttpClient().postFormWithBearerHeader(url, token, form)) {
      ResponseBody body = response.body();
      Optional<JsonObject> json = Json.object(body == null ? "" : body.string());
      return json.filter(object -> object.has("ok"))
          .<Heard>map(object ->
              new Heard.Answered(
                  Json.text(object, "ok").filter("true"::equals).isPresent()
                      ? Optional.empty()
                      : Json.text(object, "error").or(() -> Optional.of("no reason")),
                  Json.text(object, "team"),
                  Optional.ofNullable(response.header("X-OAuth-Scopes")).map(Checkup::names),
                  Optional.ofNullable(response.header("Date")).flatMap(Checkup::time)))
          .orElseGet(() -> new Heard.Strange(response.code()));
    } catch (IOException e) {
      return new Heard.Unreachable(why(e));
    }
  }

  private static Set<String> names(String header) {
    return Arrays.stream(header.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The form of RFC 9110, 5.6.7; empty where it is another. */
  private static Optional<Instant> time(String header) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Obstacle why(IOException failure) {
    return switch (failure) {
      case UnknownHostException e -> Obstacle.NAME;
      case SocketTimeoutException e -> Obstacle.SILENCE;
      case ConnectException e -> Obstacle.CONNECTION;
      case SSLException e -> Obstacle.CERTIFICATE;
      default -> Obstacle.BROKEN;
    };
  }

  @Override
  public void close() {
    try {
      slack.close();
    } catch (Exception e) {
      throw new IllegalStateException("the connection to Slack was not closed properly", e);
    }
  }

  /** What keeps Slack from being reached. */
  public enum Obstacle {
    /** The host's name is not known here. */
    NAME,
    /** Nothing takes the connection. */
    CONNECTION,
    /** No answer came in time. */
    SILENCE,
    /** TLS was refused: an unknown certificate, or a proxy that puts its own in between. */
    CERTIFICATE,
    /** The connection broke off. */
    BROKEN
  }

  /** What came back. */
  public sealed interface Heard {

    /**
     * The Web API answered.
     *
     * @param error Slack's code for what is wrong; empty where nothing is
     * @param workspace the workspace's name, where the token belongs to one
     * @param scopes what the token may do; empty where the answer does not tell
     * @param date what the time is at Slack, to the second; empty where the answer does not tell
     */
    record Answered(
        Optional<String> error,
        Optional<String> workspace,
        Optional<Set<String>> scopes,
        Optional<Instant> date)
        implements Heard {}

    /**
     * Something answered that does not speak as the Web API does.
     *
     * @param status of HTTP
     */
    record Strange(int status) implements Heard {}

    /**
     * Nothing answered.
     *
     * @param obstacle why
     */
    record Unreachable(Obstacle obstacle) implements Heard {}
  }
}
