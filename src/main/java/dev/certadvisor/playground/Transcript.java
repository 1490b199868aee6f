package dev.certadvisor.playground;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was said in a workspace, to be kept and played again. Replaying says the people's part anew
 * and leaves the app's to the app; ephemeral messages are kept for reading only.
 *
 * @param lines oldest first
 */
record Transcript(List<Line> lines) {

  /** Copies the list. */
  Transcript {
    lines = List.copyOf(lines);
  }

  /**
   * One message.
   *
   * @param who a person's handle, or {@code app}
   * @param where a channel's name, or {@code dm} for direct messages with the app
   * @param inThreadOf the number of the line that began the thread, from 1; 0 at top level
   * @param text as typed by a person; the fallback text of the app
   */
  record Line(String who, String where, int inThreadOf, String text) {}

  static Transcript of(SlackStandIn slack) {
    List<Line> lines = new ArrayList<>();
    Map<String, Integer> numberByTs = new HashMap<>();
    for (Message message : slack.messages()) {
      Optional<Person> person = slack.roster().person(message.user());
      String where = slack.roster().channel(message.channel()).map(Channel::name).orElse("dm");
      int thread = message.isReply() ? numberByTs.getOrDefault(message.thread(), 0) : 0;
      String text = typed(message.text(), slack);
      lines.add(new Line(person.map(Person::handle).orElse("app"), where, thread, text));
      numberByTs.put(message.ts(), lines.size());
    }
    return new Transcript(lines);
  }

  private static String typed(String wire, SlackStandIn slack) {
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
    lines.forEach(line -> array.add(Json.tree(line)));
    return node;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException naming the first line that is wrong
   */
  static Transcript read(JsonNode node, Roster roster) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode each : node) {
      Line line =
          new Line(
              Json.text(each, "who"),
              Json.text(each, "where"),
              each.path("inThreadOf").asInt(0),
              Json.text(each, "text"));
      boolean place = line.where().equals("dm") || roster.channel(line.where()).isPresent();
      boolean speaker = line.who().equals("app") || roster.person(line.who()).isPresent();
      if (!place || !speaker || line.inThreadOf() < 0 || line.inThreadOf() > lines.size()) {
        throw new IllegalArgumentException(
            "line " + (lines.size() + 1) + " of the transcript is said by nobody, or nowhere");
      }
      lines.add(line);
    }
    return new Transcript(lines);
  }

  /** Says the people's part again, each line once the app has gone quiet over the one before. */
  void replay(SlackStandIn slack) {
    Map<Integer, Message> said = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (!line.who().equals("app")) {
        Member who = slack.as(line.who());
        String channel = line.where().equals("dm") ? who.person().directMessage() : line.where();
        Optional<String> thread = Optional.ofNullable(said.get(line.inThreadOf())).map(Message::ts);
        said.put(i + 1, who.say(channel, thread, line.text()));
        slack.awaitQuiet();
      }
    }
  }
}
