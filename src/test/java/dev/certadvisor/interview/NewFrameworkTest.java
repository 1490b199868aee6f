package dev.certadvisor.interview;

import static dev.certadvisor.decision.Frameworks.choice;
import static dev.certadvisor.decision.Frameworks.profile;
import static dev.certadvisor.decision.Frameworks.question;
import static dev.certadvisor.interview.ShippedInterview.NOON;
import static dev.certadvisor.interview.ShippedInterview.after;
import static dev.certadvisor.interview.ShippedInterview.asked;
import static dev.certadvisor.interview.ShippedInterview.interviewer;
import static dev.certadvisor.interview.ShippedInterview.pick;
import static dev.certadvisor.interview.ShippedInterview.put;
import static dev.certadvisor.interview.ShippedInterview.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.decision.Frameworks;
import dev.certadvisor.interview.Turn.Note;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of an interview that is under way when the decision framework changes. */
class NewFrameworkTest {

  @Test
  void goesOnInANewVersionWhereTheAnswersMeanTheSame() {
    Session old = after(new Move.Start(), pick("daily-work/apps"));
    Interviewer newer = interviewer(Frameworks.without("2", "time"));

    Turn.Asked turn = asked(newer.take(Optional.of(old), pick("work-cloud/aws"), NOON));

    assertThat(turn.session().framework()).startsWith("2/");
    assertThat(turn.session().choices())
        .containsExactly(choice("daily-work/apps"), choice("work-cloud/aws"));
    assertThat(turn.before()).isEmpty();
  }

  @Test
  void saysWhichAnswersANewVersionVoidsAndAsksThemAgain() {
    Session old = after(new Move.Start(), pick("daily-work/apps"), pick("work-cloud/aws"));
    Interviewer newer =
        interviewer(Frameworks.weighing("2", "daily-work", 300, 300, -300, -300, 0));

    Turn.Asked turn = asked(newer.take(Optional.of(old), new Move.Resume(), NOON));

    assertThat(turn.before())
        .containsExactly(new Note.Voided(List.of(old.steps().getFirst().answers().getFirst())));
    assertThat(put(turn)).isEqualTo("daily-work");
    assertThat(turn.session().choices()).containsExactly(choice("work-cloud/aws"));
  }

  @Test
  void aChangeWithoutANewVersionIsNoticedTheSame() {
    Session old = after(new Move.Start(), pick("daily-work/apps"), pick("work-cloud/aws"));
    Interviewer changed =
        interviewer(
            Frameworks.weighing(
                Frameworks.shipped().version(), "daily-work", 300, 300, -300, -300, 0));

    Turn.Asked turn = asked(changed.take(Optional.of(old), new Move.Resume(), NOON));

    assertThat(turn.before())
        .containsExactly(new Note.Voided(List.of(old.steps().getFirst().answers().getFirst())));
    assertThat(turn.session().choices()).containsExactly(choice("work-cloud/aws"));
  }

  @Test
  void aNumberIsNotTakenForAnotherQuestionThanTheOneThatWasPut() {
    Session old = after(new Move.Start(), pick("daily-work/apps"));
    Interviewer changed = interviewer(Frameworks.without("2", "work-cloud"));

    Turn.Asked again = asked(changed.take(Optional.of(old), say("the second one"), NOON));

    assertThat(again.before()).containsExactly(new Note.NumberNotTaken());
    assertThat(again.session().choices()).containsExactly(choice("daily-work/apps"));
    Turn.Asked next = asked(changed.take(Optional.of(again.session()), say("2"), NOON));
    assertThat(next.session().choices()).hasSize(2);
  }

  @Test
  void theAnswersOfAQuestionThatIsGoneDoNotCount() {
    Session old = after(new Move.Start(), pick("daily-work/apps"), pick("work-cloud/aws"));
    Interviewer newer = interviewer(Frameworks.without("2", "daily-work"));

    assertThat(newer.profile(old)).isEqualTo(profile("work-cloud/aws"));
  }

  @Test
  void survivesAQuestionThatIsGone() {
    Session old =
        after(new Move.Start(), pick("daily-work/apps"), new Move.Change(question("daily-work")));
    Interviewer newer = interviewer(Frameworks.without("2", "daily-work"));

    Turn.Asked turn = asked(newer.take(Optional.of(old), new Move.Resume(), NOON));

    assertThat(turn.session().choices()).isEmpty();
    assertThat(put(turn)).isEqualTo("work-cloud");
  }
}
