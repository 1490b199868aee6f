package dev.certadvisor.playground;

import static dev.certadvisor.playground.BlockText.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.testing.TestWorkspace;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Web API over HTTP, asked to show blocks and views. */
final class RefusingSlack implements AutoCloseable {

  private final TestWorkspace workspace = new TestWorkspace();

  /** Puts both in a message, and looks whether the place is told in the one that is refused. */
  void takesAndRefuses(String right, String wrong, String place) {
    assertThat(post(right).path("ok").asBoolean()).as(right).isTrue();

    JsonNode refused = post(wrong);
    assertThat(Json.text(refused, "error")).as(wrong).isEqualTo("invalid_blocks");
    assertThat(refused.at("/response_metadata/messages/0").asString())
        .contains("[json-pointer:/blocks" + place + "]");
  }

  private JsonNode post(String blocks) {
    ObjectNode arguments = Json.object().put("channel", "C0GENERAL01").put("text", "x");
    arguments.set("blocks", Json.parse(json("[" + blocks + "]")));
    return call("chat.postMessage", arguments);
  }

  JsonNode publish(String view) {
    ObjectNode arguments = Json.object().put("user_id", "U0MAYA00001");
    arguments.set("view", Json.parse(json(view)));
    return call("views.publish", arguments);
  }

  JsonNode open(String view) {
    ObjectNode arguments = Json.object().put("trigger_id", "1.2.3");
    arguments.set("view", Json.parse(json(view)));
    return call("views.open", arguments);
  }

  private JsonNode call(String method, ObjectNode arguments) {
    URI api = URI.create(workspace.environment().getOrDefault("SLACK_API_URL", ""));
    HttpRequest request =
        HttpRequest.newBuilder(api.resolve(method))
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Authorization", "Bearer xoxb-test")
            .POST(HttpRequest.BodyPublishers.ofString(Json.write(arguments)))
            .build();
    try {
      return Json.parse(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    workspace.close();
  }
}
