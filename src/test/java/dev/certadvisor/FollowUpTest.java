package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.knowledge.Citation;
import dev.certadvisor.knowledge.SubjectId;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What refers to the last answer, with the whole advisor and the shipped pack. */
class FollowUpTest {

  private static final Advisor ADVISOR =
      Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23))).advisor();
  private static final PersonId SOMEONE = new PersonId("t", "someone");
  private static final String QUESTION = "how hard is the aws exam";

  @ParameterizedTest
  @ValueSource(strings = {"the second one", "2nd?", "and the second"})
  void aPlaceReadsThatPassageOfTheLastAnswerAlone(String words) {
    Transition first = say(Conversation.NEW, QUESTION);
    List<Citation> shown = first.reply().citations();

    assertThat(shown).hasSizeGreaterThan(1);
    assertThat(say(first.next(), words).reply().citations())
        .singleElement()
        .satisfies(whole -> assertThat(whole.quote()).contains(shown.get(1).quote()));
  }

  @Test
  void aWordRepeatedWithoutEndIsAnsweredLikeAnyOther() {
    Conversation before = say(Conversation.NEW, QUESTION).next();

    for (String words :
        List.of(
            "and ".repeat(9_000) + "the other",
            "compare " + "them ".repeat(7_000),
            "hey ".repeat(9_000) + "which is harder?",
            "check CA1/2026-11-23/p/1/azure:900:AI-103" + "/a=b:0123".repeat(3_000) + "/0123")) {
      assertThat(say(before, words).reply().parts()).isNotEmpty();
    }
  }

  @Test
  void aPlaceThatNothingStandsAtIsSaidToBeNone() {
    Reply reply = say(say(Conversation.NEW, QUESTION).next(), "the fifth one").reply();

    assertThat(reply.kind()).isEqualTo(Reply.Kind.UNKNOWN);
    assertThat(reply.citations()).isEmpty();
  }

  @Test
  void whatFollowsAPickedPassageIsAboutIt() {
    Transition first = say(Conversation.NEW, QUESTION);
    Transition second = say(first.next(), "the second one");
    Transition again = say(second.next(), "the first one");

    assertThat(again.reply().citations()).isEqualTo(second.reply().citations());
  }

  @ParameterizedTest
  @ValueSource(strings = {"why?", "tell me more"})
  void whoAsksOnIsToldSomethingNewFromTheGuide(String words) {
    Transition first = say(Conversation.NEW, QUESTION);
    Reply next = say(first.next(), words).reply();

    assertThat(next.kind()).isEqualTo(Reply.Kind.ANSWER);
    assertThat(next.citations()).isNotEmpty();
    assertThat(next.citations().getFirst()).isNotEqualTo(first.reply().citations().getFirst());
  }

  @Test
  void readingOnNeverRepeatsAndComesToAnEnd() {
    Transition last = say(Conversation.NEW, QUESTION);
    List<String> seen = quotes(last);
    for (int i = 0; i < 20 && last.reply().kind() == Reply.Kind.ANSWER; i++) {
      last = say(last.next(), "tell me more");
      assertThat(quotes(last)).doesNotContainAnyElementsOf(seen);
      seen = Stream.concat(seen.stream(), quotes(last).stream()).toList();
    }

    assertThat(last.reply().kind()).isEqualTo(Reply.Kind.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"and the other?", "what about the other one"})
  void theOtherIsTheOneThatWasNotAskedAbout(String words) {
    Reply reply = say(say(Conversation.NEW, QUESTION).next(), words).reply();

    assertThat(reply.kind()).isEqualTo(Reply.Kind.ANSWER);
    assertThat(reply.subjects()).extracting(SubjectId::value).containsExactly("azure");
  }

  @ParameterizedTest
  @ValueSource(strings = {"compare them", "both please"})
  void aBareComparisonIsOnTheLastMatter(String words) {
    Reply reply = say(say(Conversation.NEW, "which tools for aws").next(), words).reply();

    assertThat(reply.kind()).isEqualTo(Reply.Kind.COMPARISON);
    assertThat(reply.citations().getFirst().section().value()).isEqualTo("tools");
  }

  @Test
  void whyWithoutAnInterviewIsAboutTheAnswer() {
    Reply reply = say(say(Conversation.NEW, "compare both on cost").next(), "why").reply();

    assertThat(reply.kind()).isEqualTo(Reply.Kind.ANSWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"and for azure?", "what about aws", "and for AI-102?"})
  void whoNamesASideAndNothingElseIsAskedWhatAbout(String words) {
    Reply reply = say(Conversation.NEW, words).reply();

    assertThat(reply.kind()).isEqualTo(Reply.Kind.UNKNOWN);
    assertThat(reply.citations()).isEmpty();
    assertThat(reply.parts().toString()).contains("What would you like to know");
  }

  @ParameterizedTest
  @ValueSource(strings = {"the second one", "why?", "tell me more"})
  void withNothingBeforeThereIsNothingToReferTo(String words) {
    assertThat(say(Conversation.NEW, words).reply().citations()).isEmpty();
  }

  private static List<String> quotes(Transition transition) {
    return transition.reply().citations().stream().map(Citation::quote).toList();
  }

  private static Transition say(Conversation before, String words) {
    return ADVISOR.respond(
        before, new Incoming.Said(new ConversationId.Private(SOMEONE), SOMEONE, words));
  }
}
