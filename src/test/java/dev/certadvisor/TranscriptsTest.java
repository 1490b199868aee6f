package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.console.PlainText;
import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.QuestionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole dialogs with the shipped pack, as they stand in {@code transcripts/*.txt}.
 *
 * <p>{@code user>} says something, {@code click>} presses {@code question/choice}, {@code move>}
 * presses a button for a move; the lines after it say what has to hold for the reply: {@code kind},
 * {@code cites}, {@code question}, {@code advises}, {@code sits}, {@code says}, {@code never}.
 */
class TranscriptsTest {

  private static final Advisor ADVISOR =
      Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23))).advisor();
  private static final PersonId PERSON = new PersonId("T1", "U1");
  private static final ConversationId HERE = new ConversationId.Private(PERSON);

  @TestFactory
  Stream<DynamicTest> dialogs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/transcripts"))) {
      return files.sorted().toList().stream()
          .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> play(file)));
    }
  }

  private static void play(Path file) throws IOException {
    Conversation conversation = Conversation.NEW;
    Optional<Reply> reply = Optional.empty();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      String where = file.getFileName() + ":" + (i + 1) + ": " + line;
      Optional<Incoming> incoming = incoming(line);
      if (incoming.isPresent()) {
        Transition transition = ADVISOR.respond(conversation, incoming.get());
        conversation = transition.next();
        reply = Optional.of(transition.reply());
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        expect(where, line, reply.orElseThrow());
      }
    }
  }

  private static Optional<Incoming> incoming(String line) {
    if (line.startsWith("user>")) {
      return Optional.of(new Incoming.Said(HERE, PERSON, line.substring(5).strip()));
    }
    if (line.startsWith("command>")) {
      return Optional.of(new Incoming.Commanded(HERE, PERSON, line.substring(8).strip()));
    }
    if (line.startsWith("click>")) {
      String[] choice = line.substring(6).strip().split("/", 2);
      return Optional.of(
          new Incoming.Chose(
              HERE,
              PERSON,
              new Act.Choose(new Choice(new QuestionId(choice[0]), new ChoiceId(choice[1])))));
    }
    if (line.startsWith("move>")) {
      Act.Move move = Act.Move.valueOf(line.substring(5).strip().toUpperCase(Locale.ROOT));
      return Optional.of(new Incoming.Chose(HERE, PERSON, new Act.Do(move)));
    }
    return Optional.empty();
  }

  private static void expect(String where, String line, Reply reply) {
    String[] parts = line.split(":", 2);
    String wanted = parts[1].strip();
    String text = PlainText.of(reply);
    switch (parts[0]) {
      case "kind" ->
          assertThat(reply.kind().name().toLowerCase(Locale.ROOT))
              .as("%s%n%s", where, text)
              .isEqualTo(wanted);
      case "cites" ->
          assertThat(reply.citations().stream().map(c -> c.section().value()))
              .as("%s%n%s", where, text)
              .contains(wanted);
      case "question" ->
          assertThat(reply.prompt().map(Reply.Part.Prompt::question).orElse("none"))
              .as("%s%n%s", where, text)
              .isEqualTo(wanted);
      case "advises" ->
          assertThat(
                  reply
                      .recommendation()
                      .orElseThrow()
                      .direction()
                      .map(Object::toString)
                      .orElse("close"))
              .as("%s%n%s", where, text)
              .isEqualTo(wanted);
      case "sits" ->
          assertThat(
                  reply
                      .recommendation()
                      .orElseThrow()
                      .sitToday()
                      .map(sit -> sit.credential().code())
                      .orElse("none"))
              .as("%s%n%s", where, text)
              .isEqualTo(wanted);
      case "says" -> assertThat(text).as(where).containsIgnoringCase(wanted);
      case "never" -> assertThat(text).as(where).doesNotContainIgnoringCase(wanted);
      default -> throw new IllegalArgumentException(where + ": unknown expectation");
    }
  }
}
