package dev.certadvisor.interview;

import static dev.certadvisor.decision.Frameworks.choice;
import static dev.certadvisor.decision.Frameworks.profile;
import static dev.certadvisor.decision.Frameworks.question;
import static dev.certadvisor.interview.ShippedInterview.after;
import static dev.certadvisor.interview.ShippedInterview.asked;
import static dev.certadvisor.interview.ShippedInterview.pick;
import static dev.certadvisor.interview.ShippedInterview.put;
import static dev.certadvisor.interview.ShippedInterview.say;
import static dev.certadvisor.interview.ShippedInterview.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.interview.Turn.Note;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an answer that was given is taken back or becomes another. */
class ChangedAnswerTest {

  @Test
  void goingBackForgetsOnlyTheLastStep() {
    Session session = after(new Move.Start(), pick("daily-work/apps"), pick("work-cloud/aws"));

    Turn.Asked turn = asked(take(session, new Move.Back()));

    assertThat(turn.session().choices()).containsExactly(choice("daily-work/apps"));
    assertThat(turn.before()).containsExactly(new Note.WentBack(List.of(choice("work-cloud/aws"))));
    assertThat(put(turn)).isEqualTo("work-cloud");
  }

  @Test
  void goingBackBringsAChangedAnswerBack() {
    Session changed =
        after(
            new Move.Start(),
            pick("daily-work/apps"),
            pick("work-cloud/aws"),
            pick("daily-work/data-science"));

    Turn turn = take(changed, new Move.Back());

    assertThat(turn.toStore().orElseThrow().choices())
        .containsExactly(choice("daily-work/apps"), choice("work-cloud/aws"));
  }

  @Test
  void goingBackAtTheBeginningSaysThatThereIsNothing() {
    Turn.Asked turn = asked(take(after(new Move.Start()), new Move.Back()));

    assertThat(turn.before()).containsExactly(new Note.NothingToTakeBack());
  }

  @Test
  void aSecondClickOnTheSameButtonIsNoStep() {
    Session once = after(new Move.Start(), pick("daily-work/apps"));

    Session twice = take(once, pick("daily-work/apps")).toStore().orElseThrow();

    assertThat(twice).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "change the cloud question to azure",
        "change cloud to Azure",
        "switch my platform to azure please",
        "change answer 2 to azure",
        "change that, my employer runs on azure"
      })
  void changesAnAnswerByName(String text) {
    Session session = after(new Move.Start(), pick("daily-work/apps"), pick("work-cloud/aws"));

    Turn turn = take(session, new Move.ChangeInWords(text));

    assertThat(turn.toStore().orElseThrow().choices())
        .containsExactly(choice("daily-work/apps"), choice("work-cloud/azure"));
    assertThat(turn)
        .isInstanceOfSatisfying(
            Turn.Advised.class,
            advised ->
                assertThat(advised.before())
                    .contains(
                        new Note.Changed(choice("work-cloud/aws"), choice("work-cloud/azure"))));
  }

  @Test
  void putsAQuestionAgainThatIsToBeChanged() {
    Session session = after(new Move.Start(), pick("daily-work/apps"), pick("work-cloud/aws"));

    Turn.Asked turn = asked(take(session, new Move.ChangeInWords("change the work question")));

    assertThat(put(turn)).isEqualTo("daily-work");
    assertThat(turn.prompt().current().map(option -> option.id().value())).contains("apps");
    assertThat(turn.session().choices()).hasSize(2);
    assertThat(take(turn.session(), new Move.Skip()).toStore().orElseThrow().choices())
        .isEqualTo(session.choices());
    assertThat(take(turn.session(), new Move.Back()).toStore().orElseThrow()).isEqualTo(session);
  }

  @Test
  void asksWhichAnswerToChangeWhereNoneIsNamed() {
    Session session = after(new Move.Start(), pick("daily-work/apps"));

    Turn turn = take(session, new Move.ChangeInWords("change an answer"));

    assertThat(turn)
        .isInstanceOfSatisfying(
            Turn.WhichChange.class, which -> assertThat(which.given()).hasSize(1));
  }

  @Test
  void anEndedInterviewCanStillBeChanged() {
    Session ended = after(new Move.Start(), pick("daily-work/apps"), new Move.Stop());

    Turn turn = take(ended, new Move.ChangeInWords("change work to data science"));

    assertThat(turn.toStore().orElseThrow().choices())
        .containsExactly(choice("daily-work/data-science"));
  }

  @Test
  void afterTheAdviceAStatementChangesIt() {
    Session settled = after(new Move.Start(), pick("daily-work/apps"), pick("work-cloud/azure"));

    Turn turn = take(settled, say("actually we run on aws"));

    List<Choice> choices = turn.toStore().orElseThrow().choices();
    assertThat(new Profile(choices).answer(question("work-cloud")))
        .isEqualTo(profile("work-cloud/aws").answer(question("work-cloud")));
    assertThat(take(settled, say("lovely weather"))).isInstanceOf(Turn.OutOfPlace.class);
  }
}
