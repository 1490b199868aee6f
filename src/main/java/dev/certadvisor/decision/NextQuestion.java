package dev.certadvisor.decision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides what to ask next, and when nothing more needs to be asked. */
public final class NextQuestion {

  private final Framework framework;
  private final Scoring scoring;
  private final Policy policy;

  /**
   * @param framework whose questions
   */
  public NextQuestion(Framework framework) {
    this.framework = framework;
    scoring = new Scoring(framework);
    policy = new Policy(scoring);
  }

  /**
   * The open question that is expected to take away the most uncertainty about the direction; of
   * equals, the first in the framework's order.
   *
   * @return empty where no question is open
   */
  public Optional<Question> mostInformative(Profile profile) {
    int place = policy.mostInformative(scoring.open(profile), framework.evidence(profile).score());
    return place == Policy.NONE ? Optional.empty() : Optional.of(framework.questions().get(place));
  }

  /**
   * How much each open question would tell, most first; of equals, in the framework's order.
   *
   * @return empty where no question is open
   */
  public List<Gain> gains(Profile profile) {
    int sum = framework.evidence(profile).score();
    List<Gain> gains = new ArrayList<>();
    for (int place = 0; place < framework.questions().size(); place++) {
      Question question = framework.questions().get(place);
      if (!profile.answers(question.id())) {
        gains.add(new Gain(question.id(), policy.gain(place, sum)));
      }
    }
    gains.sort(Comparator.comparingDouble(Gain::bits).reversed());
    return gains;
  }

  /**
   * What a question would tell.
   *
   * @param question which
   * @param bits of the uncertainty about the direction that an answer takes away on average, 0 to 1
   */
  public record Gain(QuestionId question, double bits) {}

  /**
   * Whether no answer to the open questions can change the direction, "too close to call" included.
   * True where none is open.
   */
  public boolean isSettled(Profile profile) {
    return policy.isSettled(scoring.open(profile), framework.evidence(profile).score());
  }

  /**
   * The open questions whose answers, alone or together, can still change the line of work or the
   * platform, and so what to sit.
   */
  public List<Question> canChangeCorner(Profile profile) {
    int open = scoring.open(profile);
    Evidence sum = framework.evidence(profile);
    // An axis that is open follows the direction, where that is settled.
    int settled = isSettled(profile) ? scoring.verdict(sum.score()) : 0;
    boolean line = canTurn(sum.line(), scoring.lineRange(open), settled);
    boolean platform = canTurn(sum.platform(), scoring.platformRange(open), settled);
    List<Question> questions = new ArrayList<>();
    for (Question question : framework.open(profile)) {
      boolean counts =
          question.choices().stream()
              .map(ChoiceOption::evidence)
              .anyMatch(evidence ->
                  (line && evidence.line() != 0) || (platform && evidence.platform() != 0));
      if (counts) {
        questions.add(question);
      }
    }
    return questions;
  }

  private static boolean canTurn(int sum, Scoring.Range range, int settled) {
    return side(sum + range.low(), settled) != side(sum + range.high(), settled);
  }

  private static int side(int sum, int settled) {
    int own = Framework.side(sum);
    return own == 0 ? settled : own;
  }

  /** The most questions that can still come before the direction is settled. */
  public int atMost(Profile profile) {
    return policy.longest(scoring.open(profile), framework.evidence(profile).score());
  }

  /**
   * What each choice of a question would make of the result, to explain why it is asked.
   *
   * @param profile what is known; an answer to the question itself is left out of account
   * @param question one of the framework's
   */
  public List<Effect> effects(Profile profile, Question question) {
    return question.choices().stream()
        .map(option -> {
          Profile chosen = profile.with(new Choice(question.id(), option.id()));
          int score = framework.evidence(chosen).score();
          return new Effect(option, framework.direction(score), Odds.share(score));
        })
        .toList();
  }

  /**
   * What one choice would do.
   *
   * @param option the choice
   * @param direction the direction if it were chosen now; empty where it would be too close to call
   * @param share the share of the framework's first direction if it were chosen now, 0 to 1
   */
  public record Effect(ChoiceOption option, Optional<DirectionId> direction, double share) {}
}
