package dev.certadvisor.decision;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A framework with the evidence of both sides swapped, to show that neither is favoured. */
final class Mirror {

  /** Shares closer than this are the same but for rounding. */
  private static final double SAME = 1e-12;

  private Mirror() {}

  /** The framework with all evidence turned round. */
  static Framework of(Framework framework) {
    return new Framework(
        framework.version(),
        framework.margin(),
        framework.first(),
        framework.second(),
        framework.questions().stream().map(Mirror::of).toList(),
        framework.sitLists(),
        framework.firstSteps(),
        framework.nextSteps(),
        framework.fixtures(),
        framework.cues());
  }

  private static Question of(Question question) {
    return new Question(
        question.id(),
        question.name(),
        question.alsoNamed(),
        question.text(),
        question.why(),
        question.section(),
        question.choices().stream().map(Mirror::of).toList(),
        question.mixed(),
        question.wishDecides());
  }

  private static ChoiceOption of(ChoiceOption option) {
    return new ChoiceOption(
        option.id(),
        option.label(),
        option.evidence().mirrored(),
        option.means(),
        option.beginner(),
        option.words(),
        option.replies(),
        option.hinted(),
        option.spurned(),
        option.alone());
  }

  /** Whether one advice is the other with the sides swapped. */
  static boolean reflects(Recommendation one, Recommendation other) {
    boolean sameCertainty =
        one.close() == other.close()
            && one.settledEarly() == other.settledEarly()
            && one.asked() == other.asked()
            && one.lead() == other.lead()
            && one.wouldChange().size() == other.wouldChange().size()
            && one.candidates().size() == other.candidates().size();
    boolean otherDirection = one.close() || !one.direction().equals(other.direction());
    boolean otherLine =
        one.line().isEmpty() ? other.line().isEmpty() : !one.line().equals(other.line());
    boolean otherPlatform =
        one.platform().isEmpty()
            ? other.platform().isEmpty()
            : !one.platform().equals(other.platform());
    return sameCertainty && otherDirection && otherLine && otherPlatform && sharesSwap(one, other);
  }

  private static boolean sharesSwap(Recommendation one, Recommendation other) {
    return one.ranking().stream()
        .allMatch(share ->
            other.ranking().stream()
                .filter(counterpart -> !counterpart.direction().equals(share.direction()))
                .allMatch(counterpart -> Math.abs(counterpart.share() - share.share()) < SAME));
  }

  /** Whether the choices of a question weigh the same on both sides. */
  static boolean isBalanced(Question question) {
    List<Evidence> evidence = question.choices().stream().map(ChoiceOption::evidence).toList();
    Map<Evidence, Long> here = counts(evidence);
    Map<Evidence, Long> there = counts(evidence.stream().map(Evidence::mirrored).toList());
    return here.equals(there);
  }

  private static Map<Evidence, Long> counts(List<Evidence> evidence) {
    return evidence.stream().collect(Collectors.groupingBy(one -> one, Collectors.counting()));
  }
}
