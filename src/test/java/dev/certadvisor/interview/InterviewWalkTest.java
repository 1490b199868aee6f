package dev.certadvisor.interview;

import static dev.certadvisor.decision.Frameworks.choice;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.decision.Answer;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.decision.Frameworks;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.interview.Session.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;

/** Random walks through the interview. */
class InterviewWalkTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  /** Every step from one position to another that the walks have taken. */
  private static final Set<Taken> TAKEN = new HashSet<>();

  // jqwik makes an instance of this class for every try.
  private static final Interviewer INTERVIEWER = watched(Frameworks.shipped());

  private final Interviewer interviewer = INTERVIEWER;

  private static Interviewer watched(Framework framework) {
    return new Interviewer(framework, Frameworks.ORDINARY, TAKEN::add);
  }

  @Provide
  Arbitrary<List<Move>> walks() {
    return Combinators.combine(
            Arbitraries.of(beginnings()), moves().list().ofMinSize(1).ofMaxSize(25))
        .as((beginning, rest) -> {
          List<Move> walk = new ArrayList<>(beginning);
          walk.addAll(rest);
          return walk;
        });
  }

  /** Beginnings that lead to places which random moves seldom come to. */
  private static List<List<Move>> beginnings() {
    List<Move> settled =
        List.of(
            new Move.Start(),
            new Move.Pick(choice("daily-work/apps")),
            new Move.Pick(choice("work-cloud/azure")));
    List<Move> complete = new ArrayList<>(settled);
    Frameworks.shipped().questions().stream()
        .skip(2)
        .forEach(question -> complete.add(new Move.Pick(question.notSure())));
    Move change = new Move.Change(new QuestionId("daily-work"));
    return List.of(
        List.of(),
        settled,
        complete,
        join(settled, change, new Move.Pause()),
        join(complete, change, new Move.Pause()),
        join(settled, new Move.Pick(choice("daily-work/data-science"))),
        join(complete, new Move.Pick(choice("daily-work/data-science")), change, new Move.Pause()));
  }

  private static List<Move> join(List<Move> beginning, Move... rest) {
    List<Move> joined = new ArrayList<>(beginning);
    joined.addAll(List.of(rest));
    return joined;
  }

  private static Arbitrary<Move> moves() {
    List<Choice> choices =
        Frameworks.shipped().questions().stream()
            .flatMap(question ->
                question.choices().stream().map(option -> new Choice(question.id(), option.id())))
            .toList();
    List<String> texts =
        List.of(
            "1",
            "2",
            "9",
            "",
            "not sure",
            "azure",
            "aws",
            "apps and models",
            "🤷",
            "purple",
            "data scientist on azure, weak in maths",
            "change",
            "i build chatbots",
            "to",
            "../..",
            "half models, half apps",
            "x".repeat(5_000),
            "no",
            "both");
    List<Move> plain =
        List.of(
            new Move.Start(),
            new Move.Back(),
            new Move.Skip(),
            new Move.Why(),
            new Move.Review(),
            new Move.CarryOn(),
            new Move.Pause(),
            new Move.Resume(),
            new Move.Restart(),
            new Move.Stop(),
            new Move.Finish());
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.of(choices).map(Move.Pick::new)),
        Tuple.of(4, Arbitraries.of(texts).map(Move.Tell::new)),
        Tuple.of(1, Arbitraries.strings().ofMaxLength(30).map(Move.Tell::new)),
        Tuple.of(
            1,
            Arbitraries.of(
                    "change the cloud question",
                    "change cloud to azure",
                    "change answer 1",
                    "change maths to 1",
                    "change work to apps",
                    "no, that was wrong",
                    "change my shoes to 42")
                .map(Move.ChangeInWords::new)),
        Tuple.of(
            1,
            Arbitraries.of("daily-work", "time", "gone")
                .map(id -> new Move.Change(new QuestionId(id)))),
        Tuple.of(
            1,
            Arbitraries.just(
                new Move.Pick(new Choice(new QuestionId("gone"), new ChoiceId("gone"))))),
        Tuple.of(9, Arbitraries.of(plain)));
  }

  /** For the shipped framework, and for small ones in which rare transitions are common. */
  private static final List<Interviewer> INTERVIEWERS =
      List.of(
          INTERVIEWER,
          watched(Frameworks.without("1", "goal", "build", "job-ads", "cloud-experience", "time")),
          watched(
              Frameworks.without(
                  "1", "goal", "build", "job-ads", "cloud-experience", "time", "work-cloud")),
          watched(
              Frameworks.without(
                  "1",
                  "goal",
                  "build",
                  "job-ads",
                  "cloud-experience",
                  "time",
                  "work-cloud",
                  "study")));

  @Provide
  Arbitrary<Interviewer> interviewers() {
    return Arbitraries.of(INTERVIEWERS);
  }

  @Property(tries = 4_000, seed = "20261123")
  void everyMoveLeadsWhereTheTableSays(
      @ForAll("interviewers") Interviewer anyInterviewer, @ForAll("walks") List<Move> walk) {
    Optional<Session> session = Optional.empty();
    for (Move move : walk) {
      Position from = anyInterviewer.position(session);

      Turn turn = anyInterviewer.take(session, move, NOON);

      session = turn.toStore();
      Position to = anyInterviewer.position(session);
      assertThat(Transitions.cell(from, move.kind()).to()).contains(to);
    }
  }

  @Property(tries = 1_000)
  void thereIsAlwaysAQuestionOrAnEnd(@ForAll("walks") List<Move> walk) {
    Optional<Session> session = walked(walk);
    boolean asks = session.flatMap(interviewer::openQuestion).isPresent();

    boolean mayAsk =
        EnumSet.of(Position.ASKING, Position.REVISITING).contains(interviewer.position(session));

    assertThat(asks).isEqualTo(mayAsk);
  }

  @Property(tries = 1_000)
  void anyWalkCanBeBroughtToItsEnd(@ForAll("walks") List<Move> walk) {
    Optional<Session> session = walked(walk);
    Turn turn = interviewer.take(session, new Move.Resume(), NOON);
    if (turn instanceof Turn.OutOfPlace) {
      turn = interviewer.take(session, new Move.Start(), NOON);
    }

    int answered = 0;
    while (turn instanceof Turn.Asked && answered < 20) {
      turn = interviewer.take(turn.toStore(), new Move.Skip(), NOON);
      answered++;
    }

    assertThat(turn).isInstanceOf(Turn.Advised.class);
  }

  @Property(tries = 1_000)
  void goingBackUndoesExactlyTheLastStep(@ForAll("walks") List<Move> walk) {
    Optional<Session> session = walked(walk);
    if (interviewer.position(session) == Position.NONE) {
      return;
    }
    Session before = session.orElseThrow();

    Session after = interviewer.take(session, new Move.Back(), NOON).toStore().orElseThrow();

    boolean onlyChanging = before.revisiting().isPresent() || before.steps().isEmpty();
    List<Step> expected =
        onlyChanging ? before.steps() : before.steps().subList(0, before.steps().size() - 1);
    assertThat(after.steps()).isEqualTo(expected);
  }

  @Property(tries = 1_000)
  void everyAnswerAddsOneStepThatBackTakesAway(@ForAll("walks") List<Move> walk) {
    Optional<Session> session = Optional.empty();
    for (Move move : walk) {
      Optional<Session> next = interviewer.take(session, move, NOON).toStore();
      boolean answered = steps(next) == steps(session) + 1;
      if (answered) {
        Session undone = interviewer.take(next, new Move.Back(), NOON).toStore().orElseThrow();
        assertThat(undone.profile()).isEqualTo(session.map(Session::profile).orElse(Profile.EMPTY));
      }
      session = next;
    }
  }

  private static int steps(Optional<Session> session) {
    return session.map(known -> known.steps().size()).orElse(0);
  }

  @Property(tries = 500)
  void theSameStepsGiveTheSamePosition(@ForAll("walks") List<Move> walk) {
    Session session = walked(walk).orElseGet(() -> Session.begun("1", NOON));

    Session replayed = Session.begun(session.framework(), session.startedAt());
    for (Step step : session.steps()) {
      List<Answer> answers = new ArrayList<>(step.answers());
      replayed = replayed.withStep(new Step(answers));
    }
    Session resumed =
        new Session(
            replayed.framework(),
            replayed.steps(),
            session.phase(),
            session.toTheEnd(),
            session.revisiting(),
            session.misses(),
            session.startedAt());

    assertThat(resumed).isEqualTo(session);
    assertThat(interviewer.position(Optional.of(resumed)))
        .isEqualTo(interviewer.position(Optional.of(session)));
    assertThat(interviewer.prompt(resumed)).isEqualTo(interviewer.prompt(session));
  }

  private Optional<Session> walked(List<Move> walk) {
    Optional<Session> session = Optional.empty();
    for (Move move : walk) {
      session = interviewer.take(session, move, NOON).toStore();
    }
    return session;
  }

  /** Every cell of the table, and every way out of it, has to have been walked. */
  @AfterContainer
  static void everyTransitionWasTaken() {
    TransitionCoverage coverage = TransitionCoverage.of(TAKEN);
    System.out.println("interview, random walks: " + coverage);
    assertThat(coverage.missing()).isEmpty();
  }
}
