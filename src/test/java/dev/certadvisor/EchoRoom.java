package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Channel;
import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.Person;
import dev.certadvisor.playground.SlackStandIn;
import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A channel of its own for each test, with a server that repeats what it hears, and with who and
 * what the recorded payloads speak of.
 */
final class EchoRoom implements BeforeEachCallback, AfterEachCallback {

  private static final String RECORDED = "1763900000.000100";

  private Optional<SharedServer> server = Optional.empty();

  @Override
  public void beforeEach(ExtensionContext test) {
    server = Optional.of(SharedServer.of(EchoRoom.class, test, EchoRoom::start));
  }

  private static SharedServer start() {
    SharedServer started =
        SharedServer.start(
            Map.of("ADVISOR_LIMIT_PERSON", "0"),
            settings -> new SlackServer(settings, new EchoingAdvisor(), Optional.empty()));
    SlackStandIn slack = started.slack();
    assertThat(slack.exchanges())
        .as("nothing is asked at the start but whether Slack is there")
        .allMatch(each -> each.name().equals("auth.test"));
    slack.admit(new Person("U0ANN", "ann", "Ann", "Recorded", "D0ANN"));
    slack.open(new Channel("C0GEN", "recorded", "As recorded"));
    slack.open(new Channel("C0SHR", "shared", "With another company"));
    return started;
  }

  /** Slack refused nothing. */
  @Override
  public void afterEach(ExtensionContext test) {
    assertThat(server().workspace().refusals())
        .as("nothing but who a recorded payload's unknown people are")
        .allMatch(each -> each.name().equals("users.info"));
    assertThat(slack().answers())
        .allSatisfy(answer -> assertThat(answer.text().length()).isBetween(1, 4_000));
  }

  SharedServer server() {
    return server.orElseThrow();
  }

  SlackStandIn slack() {
    return server().slack();
  }

  Member as(String handle) {
    return server().as(handle);
  }

  Member maya() {
    return as("maya");
  }

  /** The name of the channel. */
  String channel() {
    return server().channel();
  }

  /** Sends as Slack does. */
  SignedSender sender() {
    return server().sender();
  }

  /** The id of an event that was not there before. */
  String nextEvent() {
    return "Ev" + UUID.randomUUID();
  }

  /** A mention as it was recorded, in this test's channel. */
  String recordedMention(String text) {
    return Payloads.of(
        "app-mention",
        Map.of(
            "event", nextEvent(), "text", text, "ts", RECORDED, "channel", server().channelId()));
  }

  /** The first answer that comes. */
  Message nextAnswer() {
    return slack().awaitAnswers(1).getFirst();
  }

  /** Waits until there are so many answers, and they are these, in whatever order. */
  List<Message> awaitAnswers(String... texts) {
    List<Message> answers = slack().awaitAnswers(texts.length);
    assertThat(answers).extracting(Message::text).containsExactlyInAnyOrder(texts);
    return answers;
  }
}
