package dev.certadvisor.interview;

import static dev.certadvisor.decision.Frameworks.profile;
import static dev.certadvisor.interview.ShippedInterview.INTERVIEWER;
import static dev.certadvisor.interview.ShippedInterview.NOON;
import static dev.certadvisor.interview.ShippedInterview.after;
import static dev.certadvisor.interview.ShippedInterview.asked;
import static dev.certadvisor.interview.ShippedInterview.pick;
import static dev.certadvisor.interview.ShippedInterview.put;
import static dev.certadvisor.interview.ShippedInterview.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.interview.Session.Phase;
import dev.certadvisor.interview.Turn.Note;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How an interview goes, from its beginning to the advice, and what interrupts it. */
class InterviewCourseTest {

  @Test
  void beginsWithTheMostInformativeQuestion() {
    Turn.Asked turn = asked(INTERVIEWER.take(Optional.empty(), new Move.Start(), NOON));

    assertThat(put(turn)).isEqualTo("daily-work");
    assertThat(turn.prompt().asked()).isEqualTo(1);
    assertThat(turn.prompt().atMost()).isEqualTo(8);
    assertThat(turn.session().startedAt()).isEqualTo(NOON);
  }

  @Test
  void beginsWithWhatThePersonSaysAndAsksOnlyTheRest() {
    Turn.Asked turn =
        asked(
            INTERVIEWER.take(Optional.empty(), new Move.Tell("backend dev, weak in maths"), NOON));

    assertThat(turn.session().profile()).isEqualTo(profile("daily-work/apps", "study/practice"));
    assertThat(put(turn)).isEqualTo("work-cloud");
    assertThat(turn.before()).hasSize(2).allMatch(Note.Understood.class::isInstance);
  }

  @Test
  void saysWhatItCouldNotUse() {
    Turn.Asked turn =
        asked(INTERVIEWER.take(Optional.empty(), new Move.Tell("i play the trombone"), NOON));

    assertThat(turn.before()).containsExactly(new Note.Unused(List.of("play", "trombone")));
    assertThat(put(turn)).isEqualTo("daily-work");
  }

  @Test
  void explainsWhatEachChoiceWouldDo() {
    Turn turn = take(after(new Move.Start()), new Move.Why());

    assertThat(turn)
        .isInstanceOfSatisfying(
            Turn.Explained.class,
            explained -> {
              assertThat(explained.effects()).hasSize(5);
              assertThat(explained.prompt().question().why()).isNotBlank();
            });
  }

  @Test
  void advisesAsSoonAsTheRestCannotChangeTheDirection() {
    Turn turn = take(after(new Move.Start(), pick("daily-work/apps")), pick("work-cloud/azure"));

    assertThat(turn)
        .isInstanceOfSatisfying(
            Turn.Advised.class,
            advised -> {
              assertThat(advised.answered()).isEqualTo(2);
              assertThat(advised.of()).isEqualTo(8);
              assertThat(advised.open()).hasSize(6);
            });
    assertThat(INTERVIEWER.position(turn.toStore())).isEqualTo(Position.SETTLED);
  }

  @Test
  void carriesOnToTheLastQuestionWhenAsked() {
    Session session =
        after(
            new Move.Start(),
            pick("daily-work/apps"),
            pick("work-cloud/azure"),
            new Move.CarryOn());
    while (INTERVIEWER.position(Optional.of(session)) == Position.ASKING) {
      session = take(session, new Move.Skip()).toStore().orElseThrow();
    }

    assertThat(session.choices()).hasSize(8);
    assertThat(INTERVIEWER.position(Optional.of(session))).isEqualTo(Position.COMPLETE);
  }

  @Test
  void advisesWithWhatIsKnownWhenFinishedEarly() {
    Turn turn = take(after(new Move.Start(), pick("daily-work/apps")), new Move.Finish());

    assertThat(turn)
        .isInstanceOfSatisfying(
            Turn.Advised.class,
            advised -> assertThat(advised.profile()).isEqualTo(profile("daily-work/apps")));
    assertThat(INTERVIEWER.position(turn.toStore())).isEqualTo(Position.ENDED);
  }

  @Test
  void remembersWhereItStoodWhenTakenUpAgain() {
    Session paused = after(new Move.Start(), pick("daily-work/apps"), new Move.Pause());

    Turn.Asked turn = asked(take(paused, new Move.Resume()));

    assertThat(paused.phase()).isEqualTo(Phase.PAUSED);
    assertThat(put(turn)).isEqualTo("work-cloud");
    assertThat(turn.before()).containsExactly(new Note.TakenUp());
  }

  @Test
  void anOldButtonTakesAPausedInterviewUp() {
    Session paused = after(new Move.Start(), new Move.Pause());

    assertThat(take(paused, pick("daily-work/apps")).toStore().orElseThrow().phase())
        .isEqualTo(Phase.OPEN);
  }

  @Test
  void startsOverWithNothing() {
    Session session = after(new Move.Start(), pick("daily-work/apps"), new Move.Restart());

    assertThat(session).isEqualTo(after(new Move.Start()));
  }

  @Test
  void startingTwiceForgetsNothing() {
    Session session = after(new Move.Start(), pick("daily-work/apps"));

    Turn.Asked turn = asked(take(session, new Move.Start()));

    assertThat(turn.before()).containsExactly(new Note.AlreadyUnderWay());
    assertThat(turn.session()).isEqualTo(session);
  }

  @Test
  void aMoveWithoutAnInterviewIsOutOfPlace() {
    Turn turn = INTERVIEWER.take(Optional.empty(), new Move.Back(), NOON);

    assertThat(turn).isEqualTo(new Turn.OutOfPlace(Position.NONE, Optional.empty()));
    assertThat(turn.toStore()).isEmpty();
  }
}
