package dev.certadvisor.playground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was said, commanded and pressed in a workspace, to be kept and played again ({@link
 * Replay}). What people do in modals and in App Home is not in it.
 *
 * @param lines oldest first
 */
record Transcript(List<Line> lines) {

  /** Who the app's lines are by. */
  static final String APP = "app";

  /** Copies the list. */
  Transcript {
    lines = List.copyOf(lines);
  }

  /** What someone does in a line. */
  enum Deed {
    SAYS,
    COMMANDS,
    PRESSES;

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Deed> of(String key) {
      return Stream.of(values()).filter(deed -> deed.key().equals(key)).findFirst();
    }
  }

  /**
   * One thing done.
   *
   * @param who a person's handle, or {@code app}
   * @param where a channel's name, or {@code @maya} for her direct messages with the app
   * @param deed what is done
   * @param to the number of the line that began the thread or that is pressed in, from 1; 0 at top
   *     level
   * @param text as typed by a person; the fallback text of the app; the label of what is pressed
   * @param choice what is chosen where something is pressed; missing else
   */
  record Line(String who, String where, Deed deed, int to, String text, JsonNode choice) {}

  private record Dated(String ts, Object done) {}

  static Transcript of(SlackStandIn slack) {
    List<Line> lines = new ArrayList<>();
    Map<String, Integer> numberByTs = new HashMap<>();
    List<Dated> all =
        Stream.concat(
                slack.messages().stream()
                    .filter(slack::isTold)
                    .map(message -> new Dated(message.ts(), message)),
                slack.gestures().stream().map(gesture -> new Dated(gesture.ts(), gesture)))
            .sorted(Comparator.comparing(Dated::ts))
            .toList();
    for (Dated dated : all) {
      if (dated.done() instanceof Message message) {
        lines.add(line(message, numberByTs, slack));
        numberByTs.put(message.ts(), lines.size());
      } else if (dated.done() instanceof Gesture gesture) {
        line(gesture, numberByTs, slack).ifPresent(lines::add);
      }
    }
    return new Transcript(lines);
  }

  private static Line line(Message message, Map<String, Integer> numberByTs, SlackStandIn slack) {
    String who = slack.roster().person(message.user()).map(Person::handle).orElse(APP);
    int thread = message.isReply() ? numberByTs.getOrDefault(message.thread(), 0) : 0;
    return new Line(
        who,
        place(message.channel(), slack),
        Deed.SAYS,
        thread,
        typed(message.text(), slack),
        Json.object().path("none"));
  }

  /** Empty where a message was pressed in that is no longer there. */
  private static Optional<Line> line(
      Gesture gesture, Map<String, Integer> numberByTs, SlackStandIn slack) {
    String who = gesture.person().handle();
    String where = place(gesture.channel(), slack);
    if (gesture.on().isEmpty()) {
      return Optional.of(new Line(who, where, Deed.COMMANDS, 0, gesture.words(), gesture.choice()));
    }
    return gesture
        .on()
        .map(message -> numberByTs.get(message.ts()))
        .map(number ->
            new Line(who, where, Deed.PRESSES, number, gesture.words(), gesture.choice()));
  }

  private static String place(String conversation, SlackStandIn slack) {
    return slack
        .roster()
        .channel(conversation)
        .map(Channel::name)
        .orElseGet(() ->
            slack.people().stream()
                .filter(person -> person.directMessage().equals(conversation))
                .map(person -> "@" + person.handle())
                .findFirst()
                .orElse(conversation));
  }

  /** The id of the conversation that a line is in; empty where there is none such. */
  static Optional<String> conversation(String where, Roster roster) {
    return where.startsWith("@")
        ? roster.person(where.substring(1)).map(Person::directMessage)
        : roster.channel(where).map(Channel::id);
  }

  /** A message's text as a person would have typed it. */
  static String typed(String wire, SlackStandIn slack) {
    String named = wire.replace("<@" + Workspace.BOT_USER + ">", "@" + slack.manifest().name());
    for (Person person : slack.people()) {
      named = named.replace("<@" + person.id() + ">", "@" + person.handle());
    }
    String withChannels = named.replaceAll("<#\\w+\\|([^>]+)>", "#$1");
    return RichText.unescaped(withChannels.replaceAll("<(https?://[^>|]+)>", "$1"));
  }

  JsonNode write() {
    ObjectNode node = Json.object();
    ArrayNode array = node.putArray("transcript");
    for (Line line : lines) {
      ObjectNode each = array.addObject().put("who", line.who()).put("where", line.where());
      each.put("does", line.deed().key());
      if (line.to() > 0) {
        each.put("to", line.to());
      }
      each.put("text", line.text());
      if (!line.choice().isMissingNode()) {
        each.set("choice", line.choice());
      }
    }
    return node;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException naming the first line that is wrong, and what is
   */
  static Transcript read(JsonNode node, Roster roster) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode each : node) {
      Line line =
          new Line(
              Json.text(each, "who"),
              Json.text(each, "where"),
              Deed.of(Json.text(each, "does")).orElse(Deed.SAYS),
              each.path("to").asInt(0),
              Json.text(each, "text"),
              each.path("choice"));
      fault(line, lines.size(), roster)
          .ifPresent(fault -> {
            throw new IllegalArgumentException(
                "line " + (lines.size() + 1) + " of the transcript " + fault);
          });
      lines.add(line);
    }
    return new Transcript(lines);
  }

  private static Optional<String> fault(Line line, int before, Roster roster) {
    if (!line.who().equals(APP) && roster.person(line.who()).isEmpty()) {
      return Optional.of("is by nobody here: \"" + line.who() + "\"");
    }
    if (conversation(line.where(), roster).isEmpty()) {
      return Optional.of("is in no conversation here: \"" + line.where() + "\"");
    }
    int least = line.deed() == Deed.PRESSES ? 1 : 0;
    return line.to() < least || line.to() > before
        ? Optional.of("refers to line " + line.to() + "; allowed: " + least + " to " + before)
        : Optional.empty();
  }
}
