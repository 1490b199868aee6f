package dev.certadvisor;

import static dev.certadvisor.SurfaceRoom.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.SlackStandIn;
import dev.certadvisor.playground.View;
import dev.certadvisor.slack.Payloads;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A channel of its own for each test, in a workspace in which the whole program is at work with the
 * shipped pack.
 */
final class SurfaceRoom implements BeforeEachCallback {

  /** The channel where people answer, as long as nothing else is settled. */
  static final String PEOPLE = "C0GENERAL01";

  /** A channel that the app is not in. */
  static final String ELSEWHERE = "C0STUDY0001";

  /** The guide answers it. */
  static final String QUESTION = "How are the questions on the AWS exam built?";

  private Optional<SharedServer> server = Optional.empty();

  @Override
  public void beforeEach(ExtensionContext test) {
    server = Optional.of(SharedServer.of(SurfaceRoom.class, test, SurfaceRoom::start));
  }

  private static SharedServer start() {
    Composition composition =
        Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23)));
    SettledHouse house = new SettledHouse(Optional.of(PEOPLE));
    return SharedServer.start(
        Map.of(),
        settings ->
            new SlackServer(
                settings, composition.advisor(house, taken -> {}), house, Optional.empty()));
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

  /** The name of the channel. */
  String channel() {
    return server().channel();
  }

  /** The id of the channel. */
  String channelId() {
    return server().channelId();
  }

  /** Waits for a message with these words that only this person sees. */
  Message ephemeral(String person, String words) {
    return slack()
        .awaitMessage(
            words + " for " + person,
            message ->
                message
                        .onlyFor()
                        .filter(id -> id.toLowerCase(Locale.ROOT).contains(person))
                        .isPresent()
                    && message.text().contains(words));
  }

  /** Waits for a message with these words in a channel or direct messages. */
  Message said(String channel, String words) {
    return slack()
        .awaitMessage(
            words + " in " + channel,
            message ->
                message.channel().equals(channel)
                    && (message.text() + message.blocks()).contains(words));
  }

  /** Sends a recorded event with other values. */
  void event(String name, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("event", "Ev" + UUID.randomUUID());
    assertThat(server().sender().json(Payloads.of(name, all)))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
  }

  /** All that a window says. */
  static String text(View view) {
    return view.blocks().toString();
  }
}
