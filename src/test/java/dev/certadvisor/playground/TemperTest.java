package dev.certadvisor.playground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each thing that a bad day does to an app, over real HTTP. */
class TemperTest {

  private static final Temper CALM = Temper.CALM;

  private final StandInClock clock = new StandInClock();
  private final StandInServer server = new StandInServer(0, clock, Duration.ofSeconds(3), clock);
  private final SlackStandIn slack = server.slack;
  private final Member maya = slack.as("maya");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aReorderedEventIsOvertakenByTheNext() {
    slack.behave(new Temper(0, 0, 100, Duration.ZERO, 0, 0, 0, 0, Duration.ZERO));
    maya.say("general", "@Cert Advisor first");
    slack.behave(CALM);
    maya.say("general", "@Cert Advisor second");
    slack.awaitCalls("chat.postMessage", 1);
    clock.runWaiting();
    slack.awaitCalls("chat.postMessage", 2);

    assertThat(heard()).containsExactly("<@U0ADVISOR01> second", "<@U0ADVISOR01> first");
  }

  @Test
  void aDelayedEventWaits() {
    slack.behave(new Temper(0, 0, 0, Duration.ofSeconds(5), 0, 0, 0, 0, Duration.ZERO));

    maya.say("general", "@Cert Advisor hello");

    assertThat(server.app.requests()).isEmpty();
    assertThat(clock.pauses()).containsExactly(Duration.ofSeconds(5));
    clock.runWaiting();
    slack.awaitCalls("chat.postMessage", 1);
    assertThat(heard()).containsExactly("<@U0ADVISOR01> hello");
  }

  @Test
  void aFailingCallIsNotCarriedOut() throws Exception {
    slack.behave(new Temper(0, 0, 0, Duration.ZERO, 0, 100, 0, 0, Duration.ZERO));

    assertThat(post().statusCode()).isEqualTo(503);
    assertThat(slack.messages()).isEmpty();
  }

  @Test
  void aLimitedCallIsNotCarriedOutAndSaysWhenToComeAgain() throws Exception {
    slack.behave(new Temper(0, 0, 0, Duration.ZERO, 100, 0, 0, 0, Duration.ZERO));

    HttpResponse<String> answer = post();

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    assertThat(slack.messages()).isEmpty();
  }

  @Test
  void aHangingCallIsCarriedOutAndAnsweredLate() throws Exception {
    slack.behave(new Temper(0, 0, 0, Duration.ZERO, 0, 0, 100, 0, Duration.ofMillis(400)));
    long before = System.nanoTime();

    assertThat(post().statusCode()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(400));
    assertThat(slack.messages()).hasSize(1);
  }

  @Test
  void aCutCallIsCarriedOutButItsAnswerIsLost() {
    slack.behave(new Temper(0, 0, 0, Duration.ZERO, 0, 0, 0, 100, Duration.ZERO));

    assertThatThrownBy(this::post).isInstanceOf(IOException.class);
    assertThat(slack.messages()).hasSize(1);
  }

  @Test
  void onAGoodDayNothingOfThisHappens() throws Exception {
    slack.behave(CALM);

    assertThat(post().statusCode()).isEqualTo(200);
    assertThat(clock.pauses()).isEmpty();
  }

  private List<String> heard() {
    return server.app.requests().stream()
        .map(request -> Json.parse(request.body()))
        .map((JsonNode event) -> event.at("/event/text").asString(""))
        .toList();
  }

  private HttpResponse<String> post() throws IOException, InterruptedException {
    URI address = server.address("/slack-stand-in/api/chat.postMessage");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json; charset=utf-8")
            .header("Authorization", "Bearer " + StandInServer.TOKEN)
            .POST(
                HttpRequest.BodyPublishers.ofString("{\"channel\":\"C0GENERAL01\",\"text\":\"x\"}"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }
}
