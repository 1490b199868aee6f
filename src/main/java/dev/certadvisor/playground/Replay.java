package dev.certadvisor.playground;

import dev.certadvisor.playground.Transcript.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Does the people's part of a transcript again, each line once the app has answered the one before,
 * and tells where the app's part came out otherwise.
 */
public final class Replay {

  /** How long the app may take over its last changes to what it said. */
  private static final Duration SETTLING = Duration.ofSeconds(3);

  private final SlackStandIn slack;
  private final Transcript transcript;
  private final String since;
  private final Map<Integer, Message> messageByLine = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  Replay(SlackStandIn slack, Transcript transcript) {
    this.slack = slack;
    this.transcript = transcript;
    this.since = slack.workspace().nextTs();
  }

  /**
   * Where the app's part came out otherwise.
   *
   * @param line the number of the line, from 1
   * @param then what it was
   * @param now what it is; empty where there was nothing
   */
  public record Difference(int line, String then, String now) {}

  /**
   * Plays to the end, or to the first line that cannot be played: an answer that does not come in
   * {@value Workspace#PATIENCE_SECONDS} seconds, or a button that is not there.
   *
   * @return empty where all came out the same
   */
  List<Difference> play() {
    for (int i = 0; i < transcript.lines().size(); i++) {
      Line line = transcript.lines().get(i);
      Optional<Difference> stuck =
          line.who().equals(Transcript.APP) ? hear(i + 1, line) : act(i + 1, line);
      if (stuck.isPresent()) {
        return List.of(stuck.get());
      }
    }
    slack
        .workspace()
        .await(SETTLING, () -> Optional.of(true).filter(yes -> differences().isEmpty()));
    return differences();
  }

  private Optional<Difference> hear(int number, Line line) {
    Optional<Message> heard =
        slack
            .workspace()
            .await(
                Duration.ofSeconds(Workspace.PATIENCE_SECONDS),
                () -> slack.answers().stream().filter(each -> answers(each, line)).findFirst());
    heard.ifPresent(message -> {
      messageByLine.put(number, message);
      taken.add(message.ts());
    });
    return heard.isPresent()
        ? Optional.empty()
        : Optional.of(new Difference(number, line.text(), ""));
  }

  private boolean answers(Message message, Line line) {
    Optional<String> thread =
        Optional.ofNullable(messageByLine.get(line.to())).map(Message::thread);
    return message.ts().compareTo(since) > 0
        && !taken.contains(message.ts())
        && message.channel().equals(conversation(line))
        && (message.isReply() ? Optional.of(message.thread()) : Optional.empty()).equals(thread);
  }

  private Optional<Difference> act(int number, Line line) {
    Member who = slack.as(line.who());
    Optional<Message> to = Optional.ofNullable(messageByLine.get(line.to()));
    switch (line.deed()) {
      case SAYS ->
          messageByLine.put(
              number, who.say(conversation(line), to.map(Message::thread), line.text()));
      case COMMANDS -> who.command(conversation(line), line.text());
      case PRESSES -> {
        try {
          who.act(to.orElseThrow(), line.text(), line.choice(), Json.object());
        } catch (IllegalArgumentException gone) {
          return Optional.of(
              new Difference(number, line.text(), String.valueOf(gone.getMessage())));
        }
      }
    }
    slack.awaitQuiet();
    return Optional.empty();
  }

  private String conversation(Line line) {
    return Transcript.conversation(line.where(), slack.roster()).orElseThrow();
  }

  private List<Difference> differences() {
    List<Difference> differences = new ArrayList<>();
    messageByLine.forEach((number, message) -> {
      String then = transcript.lines().get(number - 1).text();
      String now =
          slack
              .workspace()
              .message(message.channel(), message.ts())
              .map(each -> Transcript.typed(each.text(), slack))
              .orElse("");
      if (!then.equals(now)) {
        differences.add(new Difference(number, then, now));
      }
    });
    return differences;
  }
}
