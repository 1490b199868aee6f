package dev.certadvisor.playground;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A small app on the other end of the wire: it checks signatures, acknowledges, and answers with
 * samples of every sort of message. It shares nothing with the stand-in but Slack's protocol.
 */
final class SampleApp extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final String token;
  private final String secret;
  private final transient Supplier<URI> api;
  private final transient HttpClient client = HttpClient.newHttpClient();
  private final transient Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private volatile int status = 200;
  private volatile Duration slowness = Duration.ZERO;

  SampleApp(String token, String secret, Supplier<URI> api) {
    this.token = token;
    this.secret = secret;
    this.api = api;
  }

  /** What arrived. */
  record Request(Map<String, String> headers, String body) {}

  List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Answers with another status than 200 from now on. */
  void answerWith(int newStatus) {
    this.status = newStatus;
  }

  /** Takes its time from now on. */
  void dawdle(Duration newSlowness) {
    this.slowness = newSlowness;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String timestamp = header(request, "X-Slack-Request-Timestamp");
    if (!Signature.of(secret, Long.parseLong(timestamp), body)
        .equals(header(request, "X-Slack-Signature"))) {
      response.setStatus(401);
      return;
    }
    requests.add(
        new Request(
            Map.of(
                "Content-Type", header(request, "Content-Type"),
                "X-Slack-Retry-Num", header(request, "X-Slack-Retry-Num"),
                "X-Slack-Retry-Reason", header(request, "X-Slack-Retry-Reason")),
            body));
    dawdle();
    response.setStatus(status);
    if (status == 200) {
      answer(header(request, "Content-Type"), body, response);
    }
  }

  private static String header(HttpServletRequest request, String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }

  private void dawdle() {
    try {
      Thread.sleep(slowness);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(String contentType, String body, HttpServletResponse response)
      throws IOException {
    if (contentType.startsWith("application/json")) {
      JsonNode event = Json.parse(body).path("event");
      Thread.ofVirtual().start(() -> onEvent(event));
      return;
    }
    Map<String, String> form = Wire.readForm(body);
    if (!form.containsKey("payload")) {
      response.setContentType("application/json;charset=utf-8");
      response.getWriter().write(onCommand(form));
      return;
    }
    JsonNode payload = Json.parse(form.getOrDefault("payload", ""));
    if (Json.text(payload, "type").equals("view_submission")) {
      JsonNode reason = payload.at("/view/state/values/reason/text/value");
      if (reason.asString("").length() < 5) {
        response.setContentType("application/json;charset=utf-8");
        response
            .getWriter()
            .write(
                "{\"response_action\":\"errors\",\"errors\":{\"reason\":\"Say a little more\"}}");
      }
      return;
    }
    Thread.ofVirtual().start(() -> onInteraction(payload));
  }

  private void onEvent(JsonNode event) {
    if (event.has("bot_id") || event.has("subtype")) {
      return;
    }
    switch (Json.text(event, "type")) {
      case "app_mention" -> talk(event);
      case "message" -> {
        if (Json.text(event, "channel_type").equals("im")) {
          talk(event);
        }
      }
      case "app_home_opened" -> {
        if (Json.text(event, "tab").equals("home")) {
          ObjectNode arguments = Json.object().put("user_id", Json.text(event, "user"));
          arguments.set("view", Samples.read("home"));
          call("views.publish", arguments);
        }
      }
      default -> {
        // Nothing else is subscribed to.
      }
    }
  }

  private void talk(JsonNode event) {
    String thread = event.path("thread_ts").asString(Json.text(event, "ts"));
    String channel = Json.text(event, "channel");
    call(
        "assistant.threads.setStatus",
        Json.object()
            .put("channel_id", channel)
            .put("thread_ts", thread)
            .put("status", "is reading the guide …"));
    String text = Json.text(event, "text").toLowerCase(Locale.ROOT);
    ObjectNode message = Samples.message(Samples.nameFor(text)).put("channel", channel);
    call("chat.postMessage", message.put("thread_ts", thread));
  }

  private String onCommand(Map<String, String> form) {
    String text = form.getOrDefault("text", "").toLowerCase(Locale.ROOT);
    if (text.startsWith("feedback")) {
      openModal(form.getOrDefault("trigger_id", ""));
      return "";
    }
    return Json.write(Samples.message(Samples.nameFor(text)).put("response_type", "ephemeral"));
  }

  private void onInteraction(JsonNode payload) {
    String action = Json.text(payload.path("actions").path(0), "action_id");
    if (action.startsWith("feedback") || Json.text(payload, "type").contains("shortcut")) {
      openModal(Json.text(payload, "trigger_id"));
    } else if (action.equals("share")) {
      respond(
          Json.text(payload, "response_url"),
          Samples.message("recommendation").put("response_type", "in_channel"));
    } else if (payload.has("response_url")) {
      respond(
          Json.text(payload, "response_url"),
          Samples.message("interview").put("replace_original", true));
    }
  }

  private void openModal(String trigger) {
    ObjectNode arguments = Json.object().put("trigger_id", trigger);
    arguments.set("view", Samples.read("modal"));
    call("views.open", arguments);
  }

  JsonNode call(String method, ObjectNode arguments) {
    return post(api.get().resolve(method), arguments);
  }

  private void respond(String url, ObjectNode body) {
    post(URI.create(url), body);
  }

  private JsonNode post(URI address, ObjectNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Authorization", "Bearer " + token)
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
            .build();
    try {
      return Json.parse(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      return Json.object();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Json.object();
    }
  }
}
