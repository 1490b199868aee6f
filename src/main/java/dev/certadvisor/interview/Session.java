package dev.certadvisor.interview;

import dev.certadvisor.decision.Answer;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.QuestionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One person's interview so far. Only facts are kept; the open question, the advice and its reasons
 * are worked out from them.
 *
 * @param framework the {@link dev.certadvisor.decision.Framework#edition} that it was last walked
 *     in
 * @param steps oldest first; a later answer to the same question counts, the earlier one comes back
 *     when the step is undone
 * @param phase whether it is under way
 * @param toTheEnd whether the person has asked to go on although nothing could change any more
 * @param revisiting the question that is open again because the person wants to change its answer
 * @param misses how many replies in a row fitted no choice of the open question
 * @param startedAt when the first question was put
 */
public record Session(
    String framework,
    List<Step> steps,
    Phase phase,
    boolean toTheEnd,
    Optional<QuestionId> revisiting,
    int misses,
    Instant startedAt) {

  /** Copies the list. */
  public Session {
    steps = List.copyOf(steps);
  }

  /** The answers that count, in the order in which their questions were first answered. */
  public Profile profile() {
    Profile profile = Profile.EMPTY;
    for (Step step : steps) {
      for (Answer answer : step.answers()) {
        profile = profile.with(answer.choice());
      }
    }
    return profile;
  }

  /** The choices that count, in the order in which their questions were first answered. */
  public List<Choice> choices() {
    return profile().choices();
  }

  /**
   * What one reply settled: one answer, or several given in one sentence.
   *
   * @param answers at least one
   */
  public record Step(List<Answer> answers) {

    /** Copies the list. */
    public Step {
      answers = List.copyOf(answers);
    }
  }

  /** Whether an interview is under way. */
  public enum Phase {
    /** Questions are being put, or the advice has been given and can still be changed. */
    OPEN,
    /** Put aside by the person; it can be taken up again. */
    PAUSED,
    /** Broken off or finished. */
    ENDED
  }

  /** A session in which nothing has been said. */
  static Session begun(String framework, Instant now) {
    return new Session(framework, List.of(), Phase.OPEN, false, Optional.empty(), 0, now);
  }

  /** With one step more; whatever was open is answered by it. */
  Session withStep(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return with(longer);
  }

  /**
   * Without its last step.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  Session withoutLastStep() {
    List<Step> shorter = new ArrayList<>(steps);
    shorter.removeLast();
    return with(shorter);
  }

  /** In another edition of the framework, with the steps that still hold in it. */
  Session renewed(String edition, List<Step> holding) {
    return new Session(edition, holding, phase, toTheEnd, revisiting, misses, startedAt);
  }

  Session in(Phase next) {
    Optional<QuestionId> kept = next == Phase.OPEN ? revisiting : Optional.empty();
    int counted = next == phase ? misses : 0;
    return new Session(framework, steps, next, toTheEnd, kept, counted, startedAt);
  }

  Session revisiting(QuestionId question) {
    return new Session(framework, steps, Phase.OPEN, toTheEnd, Optional.of(question), 0, startedAt);
  }

  Session revisitingNothing() {
    return with(steps);
  }

  Session goingToTheEnd() {
    return new Session(framework, steps, phase, true, revisiting, 0, startedAt);
  }

  Session missed() {
    return new Session(framework, steps, phase, toTheEnd, revisiting, misses + 1, startedAt);
  }

  private Session with(List<Step> others) {
    return new Session(framework, others, phase, toTheEnd, Optional.empty(), 0, startedAt);
  }
}
