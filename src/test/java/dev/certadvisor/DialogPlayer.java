package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.console.PlainText;
import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.testing.Dialog;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plays one dialog with the whole advisor, and holds every reply against what is expected. */
final class DialogPlayer {

  private static final PersonId PERSON = new PersonId("T1", "U1");
  private static final ConversationId HERE = new ConversationId.Private(PERSON);
  private static final ConversationId CHANNEL =
      new ConversationId.ChannelThread("T1", "C1", "1795472572.000100");
  private static final Pattern RECEIPT = Pattern.compile("CA1/\\S+/[0-9a-f]{4}");

  private final DialogPacks packs;
  private final Map<ConversationId, Conversation> conversations = new HashMap<>();
  private String pack = DialogPacks.SHIPPED;
  private String receipt = "";
  private Optional<Reply> reply = Optional.empty();
  private String aside = "";

  DialogPlayer(DialogPacks packs) {
    this.packs = packs;
  }

  void play(Dialog dialog) {
    packs.clock().reset();
    for (Dialog.Line line : dialog.lines()) {
      if (line.isDone()) {
        does(line);
      } else {
        expect(line);
      }
    }
  }

  private void does(Dialog.Line line) {
    String text = line.text();
    switch (line.key()) {
      case "pack" -> pack = text;
      case "wait" -> packs.clock().advance(duration(text));
      case "user" -> say(new Incoming.Said(HERE, PERSON, text));
      case "receipt" ->
          say(new Incoming.Said(text.contains("channel") ? CHANNEL : HERE, PERSON, receipt));
      case "channel" -> say(new Incoming.Said(CHANNEL, PERSON, text));
      case "command" -> say(new Incoming.Commanded(HERE, PERSON, text));
      case "click" -> press(new Act.Choose(choice(text)));
      case "change" -> press(new Act.Change(new QuestionId(text)));
      case "move" -> press(new Act.Do(Act.Move.valueOf(text.toUpperCase(Locale.ROOT))));
      default -> throw new IllegalArgumentException(line.where() + ": nobody can do that");
    }
  }

  private static Duration duration(String text) {
    String[] parts = text.split(" ", 2);
    int count = Integer.parseInt(parts[0]);
    return parts[1].startsWith("day") ? Duration.ofDays(count) : Duration.ofMinutes(count);
  }

  private static Choice choice(String text) {
    String[] parts = text.split("/", 2);
    return new Choice(new QuestionId(parts[0]), new ChoiceId(parts[1]));
  }

  private void press(Act act) {
    say(new Incoming.Chose(HERE, PERSON, act));
  }

  private void say(Incoming incoming) {
    Conversation before = conversations.getOrDefault(incoming.conversation(), Conversation.NEW);
    Transition transition = packs.advisor(pack).respond(before, incoming);
    conversations.put(incoming.conversation(), transition.next());
    reply = Optional.of(transition.reply());
    aside =
        transition.effects().stream()
            .filter(Effect.Aside.class::isInstance)
            .map(effect -> PlainText.of(((Effect.Aside) effect).reply()))
            .collect(Collectors.joining());
    Matcher issued = RECEIPT.matcher(PlainText.of(transition.reply()) + aside);
    if (issued.find()) {
      receipt = issued.group();
    }
  }

  private void expect(Dialog.Line line) {
    Reply given = reply.orElseThrow();
    String shown = PlainText.of(given);
    switch (line.key()) {
      case "says" -> assertThat(shown).as(line.where()).containsIgnoringCase(line.text());
      case "never" -> assertThat(shown).as(line.where()).doesNotContainIgnoringCase(line.text());
      case "aside" -> assertThat(aside).as(line.where()).containsIgnoringCase(line.text());
      case "cites" ->
          assertThat(given.citations().stream().map(c -> c.section().value()))
              .as("%s%n%s", line.where(), shown)
              .contains(line.text());
      default ->
          assertThat(fact(line, given)).as("%s%n%s", line.where(), shown).isEqualTo(line.text());
    }
  }

  private static String fact(Dialog.Line line, Reply reply) {
    return switch (line.key()) {
      case "kind" -> reply.kind().name().toLowerCase(Locale.ROOT);
      case "question" -> reply.prompt().map(Reply.Part.Prompt::question).orElse("none");
      case "advises" ->
          reply.recommendation().orElseThrow().direction().map(Object::toString).orElse("close");
      case "sits" ->
          reply
              .recommendation()
              .orElseThrow()
              .sitToday()
              .map(sit -> sit.credential().code())
              .orElse("none");
      default -> throw new IllegalArgumentException(line.where() + ": nothing to expect");
    };
  }
}
