package dev.certadvisor.interview;

import static dev.certadvisor.decision.Frameworks.choice;
import static dev.certadvisor.decision.Frameworks.profile;
import static dev.certadvisor.decision.Frameworks.question;
import static dev.certadvisor.interview.ShippedInterview.INTERVIEWER;
import static dev.certadvisor.interview.ShippedInterview.after;
import static dev.certadvisor.interview.ShippedInterview.say;
import static dev.certadvisor.interview.ShippedInterview.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.interview.Interviewer.Fit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person types, or presses, in answer to a question, and what is taken from it. */
class TypedAnswerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3",
        "option 3",
        " #3 ",
        "3.",
        "the third one",
        "Applications, APIs, connecting enterprise systems",
        "apps",
        "rest apis",
        "I write software",
        "backend developmnet"
      })
  void understandsTheSameAnswerHoweverItIsTyped(String text) {
    Turn turn = take(after(new Move.Start()), say(text));

    assertThat(turn.toStore().orElseThrow().choices()).containsExactly(choice("daily-work/apps"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not sure", "no idea", "I don't know", "5", "skip"})
  void takesNotSureForAnAnswer(String text) {
    Turn turn = take(after(new Move.Start()), say(text));

    assertThat(turn.toStore().orElseThrow().choices())
        .containsExactly(choice("daily-work/not-sure"));
  }

  @Test
  void takesSeveralAnswersFromOneSentenceAsOneStep() {
    Turn turn =
        take(after(new Move.Start()), say("i build chatbots on azure and want it this quarter"));

    Session session = turn.toStore().orElseThrow();
    assertThat(session.profile().choices())
        .containsExactlyInAnyOrder(
            choice("daily-work/bots-documents"), choice("work-cloud/azure"), choice("time/weeks"));
    assertThat(session.steps()).hasSize(1);
  }

  @Test
  void countsWordsForTheOpenQuestionOnly() {
    Session atJobAds =
        after(new Move.Start(), new Move.Skip(), new Move.Skip(), new Move.Skip(), new Move.Skip());
    assertThat(INTERVIEWER.openQuestion(atJobAds).map(open -> open.id().value()))
        .contains("job-ads");

    Turn turn = take(atJobAds, say("azure"));

    assertThat(turn.toStore().orElseThrow().profile().answer(question("work-cloud")))
        .isEqualTo(profile("work-cloud/not-sure").answer(question("work-cloud")));
    assertThat(turn.toStore().orElseThrow().choices()).contains(choice("job-ads/azure"));
  }

  @Test
  void asksBackWhichChoiceWasMeant() {
    Turn turn = take(after(new Move.Start()), say("data science and chatbots"));

    assertThat(turn)
        .isInstanceOfSatisfying(
            Turn.Ambiguous.class,
            ambiguous ->
                assertThat(ambiguous.between())
                    .extracting(option -> option.id().value())
                    .containsExactly("data-science", "bots-documents"));
    assertThat(turn.toStore().orElseThrow().choices()).isEmpty();
  }

  @Test
  void offersTheWayOutWhenNonsenseComesTwice() {
    Session session = after(new Move.Start());

    Turn first = take(session, say("purple"));
    Turn second = take(first.toStore().orElseThrow(), say("purple!"));

    assertThat(first)
        .isInstanceOfSatisfying(
            Turn.Unclear.class, unclear -> assertThat(unclear.again()).isFalse());
    assertThat(second)
        .isInstanceOfSatisfying(
            Turn.Unclear.class, unclear -> assertThat(unclear.again()).isTrue());
    assertThat(take(second.toStore().orElseThrow(), say("apps")).toStore().orElseThrow().misses())
        .isZero();
  }

  @Test
  void ignoresAButtonThatNoLongerExists() {
    Session session = after(new Move.Start());

    Turn turn = take(session, new Move.Pick(choice("shoe-size/42")));

    assertThat(turn).isInstanceOf(Turn.Unclear.class);
    assertThat(turn.toStore().orElseThrow().choices()).isEmpty();
  }

  @Test
  void tellsAReplyFromSomethingElse() {
    Session session = after(new Move.Start());

    assertThat(INTERVIEWER.fit(session, "2")).isEqualTo(Fit.EXACT);
    assertThat(INTERVIEWER.fit(session, "data science")).isEqualTo(Fit.EXACT);
    assertThat(INTERVIEWER.fit(session, "data science and chatbots")).isEqualTo(Fit.PARTLY);
    assertThat(INTERVIEWER.fit(session, "how long does it stay valid?")).isEqualTo(Fit.NOT_AT_ALL);
  }
}
