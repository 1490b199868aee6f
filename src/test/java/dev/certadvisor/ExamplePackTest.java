package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.console.PlainText;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.decision.Audit;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.knowledge.Citation;
import dev.certadvisor.pack.Manifest;
import dev.certadvisor.search.ModelShelf;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pack that {@code src/docs/authoring.md} gives as an example: another matter, in few lines.
 */
class ExamplePackTest {

  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
  private static final PersonId PERSON = new PersonId("T1", "U1");
  private static final ConversationId TALK = new ConversationId.Private(PERSON);

  private static final Pattern OF_THE_SHIPPED_PACK =
      Pattern.compile(
          "(?i)\\b(aws|azure|microsoft|clouds?|ai|sagemaker|MLS-C01|AI-102|AIP-C01)\\b");

  private static final Composition COMPOSITION =
      Composition.of(
          DialogPacks.sound(Path.of("src/docs/example-pack")),
          Clock.fixed(NOW, ZoneOffset.UTC),
          Optional.of(TODAY),
          ModelShelf.NONE);
  private static final Advisor ADVISOR = COMPOSITION.advisor();

  @Test
  void itsFrameworkIsSound() {
    assertThat(
            new Audit(COMPOSITION.pack().framework(), COMPOSITION.sittings(), TODAY).run().faults())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          what does the filter certificate prove?    | purpose
          how hard is the espresso exam?             | effort
          how should i practise for the filter exam? | effort
          how do I decide which one comes first?     | deciding
          """)
  void answersFromItsGuide(String question, String section) {
    Reply reply = ask(question);

    assertThat(reply.kind()).isEqualTo(Kind.ANSWER);
    assertThat(reply.citations().stream().map(Citation::section).map(Object::toString))
        .first()
        .isEqualTo(section);
  }

  @Test
  void itsExamplesDoWhatHelpSays() {
    Manifest.Examples examples = COMPOSITION.pack().manifest().introduction().examples();

    assertThat(examples.ask()).allSatisfy(each -> assertThat(kind(each)).isEqualTo(Kind.ANSWER));
    assertThat(examples.compare())
        .allSatisfy(each -> assertThat(kind(each)).isEqualTo(Kind.COMPARISON));
    assertThat(examples.fact()).allSatisfy(each -> assertThat(kind(each)).isEqualTo(Kind.STATUS));
    assertThat(examples.recommend())
        .allSatisfy(each -> assertThat(kind(each)).isEqualTo(Kind.RECOMMENDATION));
  }

  @Test
  void advisesByItsFrameworkInItsWords() {
    Reply reply = ask("recommend I serve a long queue on an espresso machine");

    assertThat(reply.recommendation().orElseThrow().direction())
        .contains(new DirectionId("espresso-bar"));
    assertThat(PlainText.of(reply))
        .contains("Espresso, behind a busy bar")
        .contains("Equipment: espresso machine.")
        .contains("EB-101");
  }

  @Test
  void understandsTalkThatItHasNoPhrasesFor() {
    assertThat(PlainText.of(ask("thanks a lot"))).isEqualTo("You're welcome.");
    assertThat(PlainText.of(ask("good morning"))).contains("coffee certificates");
    assertThat(kind("what is the weather like today")).isEqualTo(Kind.UNKNOWN);
  }

  /** What the program says itself must not be the words of the pack that it is shipped with. */
  @Test
  void nobodyHearsOfAnotherPack() {
    Stream<Reply> replies =
        Stream.of(
            ask("hello"),
            ask("help"),
            ask("who won the match yesterday"),
            ask("how do i descale my kettle"),
            ask("recommend something for me"),
            ask("recommend I brew pour over, one guest at a time"),
            ask("compare both on difficulty"),
            ask("status FB-101"),
            ask("interview"),
            ADVISOR.respond(Conversation.NEW, new Incoming.OpenedHome(TALK, PERSON)).reply());

    assertThat(replies.map(PlainText::of))
        .allSatisfy(
            text -> assertThat(text).isNotBlank().doesNotContainPattern(OF_THE_SHIPPED_PACK));
  }

  @Test
  void suggestsWhatItsAuthorsSuggest() {
    Transition opened =
        ADVISOR.respond(Conversation.NEW, new Incoming.OpenedMessages(TALK, PERSON));

    List<String> messages =
        opened.effects().stream()
            .filter(Effect.Suggested.class::isInstance)
            .map(Effect.Suggested.class::cast)
            .flatMap(suggested -> suggested.suggestions().stream())
            .map(Effect.Suggestion::message)
            .toList();
    assertThat(messages)
        .containsExactly(
            "interview", "which exams can be booked today?", "how hard is the espresso exam?");
  }

  private static Kind kind(String text) {
    return ask(text).kind();
  }

  private static Reply ask(String text) {
    return ADVISOR.respond(Conversation.NEW, new Incoming.Said(TALK, PERSON, text)).reply();
  }
}
