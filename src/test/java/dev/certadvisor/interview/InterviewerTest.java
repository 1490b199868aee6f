package dev.certadvisor.interview;

import static dev.certadvisor.decision.Frameworks.choice;
import static dev.certadvisor.decision.Frameworks.profile;
import static dev.certadvisor.decision.Frameworks.question;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.Frameworks;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.interview.Interviewer.Fit;
import dev.certadvisor.interview.Session.Phase;
import dev.certadvisor.interview.Turn.Note;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InterviewerTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final Interviewer interviewer =
      new Interviewer(Frameworks.shipped(), Frameworks.ORDINARY, taken -> {});

  private Turn take(Session session, Move move) {
    return interviewer.take(Optional.of(session), move, NOON);
  }

  /** The session after some moves from the beginning. */
  private Session after(Move... moves) {
    Optional<Session> session = Optional.empty();
    for (Move move : moves) {
      session = interviewer.take(session, move, NOON).toStore();
    }
    return session.orElseThrow();
  }

  private static Move pick(String choice) {
    return new Move.Pick(choice(choice));
  }

  private static Move say(String text) {
    return new Move.Tell(text);
  }

  private static Turn.Asked asked(Turn turn) {
    assertThat(turn).isInstanceOf(Turn.Asked.class);
    return (Turn.Asked) turn;
  }

  private static String put(Turn turn) {
    return asked(turn).prompt().question().id().value();
  }

  @Test
  void beginsWithTheMostInformativeQuestion() {
    Turn.Asked turn = asked(interviewer.take(Optional.empty(), new Move.Start(), NOON));

    assertThat(put(turn)).isEqualTo("daily-work");
    assertThat(turn.prompt().asked()).isEqualTo(1);
    assertThat(turn.prompt().atMost()).isEqualTo(8);
    assertThat(turn.session().startedAt()).isEqualTo(NOON);
  }

  @Test
  void beginsWithWhatThePersonSaysAndAsksOnlyTheRest() {
    Turn.Asked turn =
        asked(
            interviewer.take(Optional.empty(), new Move.Tell("backend dev, weak in maths"), NOON));

    assertThat(turn.session().profile()).isEqualTo(profile("daily-work/apps", "study/practice"));
    assertThat(put(turn)).isEqualTo("work-cloud");
    assertThat(turn.before()).hasSize(2).allMatch(Note.Understood.class::isInstance);
  }

  @Test
  void saysWhatItCouldNotUse() {
    Turn.Asked turn =
        asked(interviewer.take(Optional.empty(), new Move.Tell("i play the trombone"), NOON));

    assertThat(turn.before()).containsExactly(new Note.Unused(List.of("play", "trombone")));
    assertThat(put(turn)).isEqualTo("daily-work");
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
    assertThat(interviewer.position(turn.toStore())).isEqualTo(Position.SETTLED);
  }

  @Test
  void carriesOnToTheLastQuestionWhenAsked() {
    Session session =
        after(
            new Move.Start(),
            pick("daily-work/apps"),
            pick("work-cloud/azure"),
            new Move.CarryOn());
    while (interviewer.position(Optional.of(session)) == Position.ASKING) {
      session = take(session, new Move.Skip()).toStore().orElseThrow();
    }

    assertThat(session.choices()).hasSize(8);
    assertThat(interviewer.position(Optional.of(session))).isEqualTo(Position.COMPLETE);
  }

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
    assertThat(interviewer.openQuestion(atJobAds).map(open -> open.id().value()))
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
  void advisesWithWhatIsKnownWhenFinishedEarly() {
    Turn turn = take(after(new Move.Start(), pick("daily-work/apps")), new Move.Finish());

    assertThat(turn)
        .isInstanceOfSatisfying(
            Turn.Advised.class,
            advised -> assertThat(advised.profile()).isEqualTo(profile("daily-work/apps")));
    assertThat(interviewer.position(turn.toStore())).isEqualTo(Position.ENDED);
  }

  @Test
  void anEndedInterviewCanStillBeChanged() {
    Session ended = after(new Move.Start(), pick("daily-work/apps"), new Move.Stop());

    Turn turn = take(ended, new Move.ChangeInWords("change work to data science"));

    assertThat(turn.toStore().orElseThrow().choices())
        .containsExactly(choice("daily-work/data-science"));
  }

  @Test
  void aMoveWithoutAnInterviewIsOutOfPlace() {
    Turn turn = interviewer.take(Optional.empty(), new Move.Back(), NOON);

    assertThat(turn).isEqualTo(new Turn.OutOfPlace(Position.NONE, Optional.empty()));
    assertThat(turn.toStore()).isEmpty();
  }

  @Test
  void goesOnInANewVersionWhereTheAnswersMeanTheSame() {
    Session old = after(new Move.Start(), pick("daily-work/apps"));
    Interviewer newer =
        new Interviewer(Frameworks.without("2", "time"), Frameworks.ORDINARY, taken -> {});

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
        new Interviewer(
            Frameworks.weighing("2", "daily-work", 300, 300, -300, -300, 0),
            Frameworks.ORDINARY,
            taken -> {});

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
        new Interviewer(
            Frameworks.weighing(
                Frameworks.shipped().version(), "daily-work", 300, 300, -300, -300, 0),
            Frameworks.ORDINARY,
            taken -> {});

    Turn.Asked turn = asked(changed.take(Optional.of(old), new Move.Resume(), NOON));

    assertThat(turn.before())
        .containsExactly(new Note.Voided(List.of(old.steps().getFirst().answers().getFirst())));
    assertThat(turn.session().choices()).containsExactly(choice("work-cloud/aws"));
  }

  @Test
  void aNumberIsNotTakenForAnotherQuestionThanTheOneThatWasPut() {
    Session old = after(new Move.Start(), pick("daily-work/apps"));
    Interviewer changed =
        new Interviewer(Frameworks.without("2", "work-cloud"), Frameworks.ORDINARY, taken -> {});

    Turn.Asked again = asked(changed.take(Optional.of(old), say("the second one"), NOON));

    assertThat(again.before()).containsExactly(new Note.NumberNotTaken());
    assertThat(again.session().choices()).containsExactly(choice("daily-work/apps"));
    Turn.Asked next = asked(changed.take(Optional.of(again.session()), say("2"), NOON));
    assertThat(next.session().choices()).hasSize(2);
  }

  @Test
  void theAnswersOfAQuestionThatIsGoneDoNotCount() {
    Session old = after(new Move.Start(), pick("daily-work/apps"), pick("work-cloud/aws"));
    Interviewer newer =
        new Interviewer(Frameworks.without("2", "daily-work"), Frameworks.ORDINARY, taken -> {});

    assertThat(newer.profile(old)).isEqualTo(profile("work-cloud/aws"));
  }

  @Test
  void survivesAQuestionThatIsGone() {
    Session old =
        after(new Move.Start(), pick("daily-work/apps"), new Move.Change(question("daily-work")));
    Interviewer newer =
        new Interviewer(Frameworks.without("2", "daily-work"), Frameworks.ORDINARY, taken -> {});

    Turn.Asked turn = asked(newer.take(Optional.of(old), new Move.Resume(), NOON));

    assertThat(turn.session().choices()).isEmpty();
    assertThat(put(turn)).isEqualTo("work-cloud");
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

    assertThat(interviewer.fit(session, "2")).isEqualTo(Fit.EXACT);
    assertThat(interviewer.fit(session, "data science")).isEqualTo(Fit.EXACT);
    assertThat(interviewer.fit(session, "data science and chatbots")).isEqualTo(Fit.PARTLY);
    assertThat(interviewer.fit(session, "how long does it stay valid?")).isEqualTo(Fit.NOT_AT_ALL);
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
