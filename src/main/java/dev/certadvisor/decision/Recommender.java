package dev.certadvisor.decision;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.decision.Recommendation.Reason;
import dev.certadvisor.decision.Recommendation.Share;
import dev.certadvisor.decision.Recommendation.SitToday;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Turns a profile into advice: exact, pure, and explained in full. */
public final class Recommender {

  /** Smallest changes that are told with the advice; more would not be read. */
  private static final int MOST_FLIPS = 12;

  private final Framework framework;
  private final Sittings sittings;
  private final NextQuestion nextQuestion;
  private final Counterfactuals counterfactuals;

  /**
   * @param framework what to judge by
   * @param sittings which credentials can be sat
   */
  public Recommender(Framework framework, Sittings sittings) {
    this.framework = framework;
    this.sittings = sittings;
    nextQuestion = new NextQuestion(framework);
    counterfactuals = new Counterfactuals(framework);
  }

  /**
   * The advice for a profile, complete or not.
   *
   * @param profile choices of this framework
   * @param today the day for which the credential to sit is wanted
   * @throws IllegalArgumentException if a choice is not of this framework
   */
  public Recommendation advise(Profile profile, LocalDate today) {
    Evidence sum = framework.evidence(profile);
    Optional<DirectionId> direction = framework.direction(sum.score());
    List<SitToday> candidates = candidates(sum, today);
    Optional<SitToday> sitToday = sitToday(sum, direction, today);
    return new Recommendation(
        direction,
        !framework.open(profile).isEmpty() && nextQuestion.isSettled(profile),
        profile.choices().size(),
        ranking(sum.score()),
        line(sum),
        platform(sum),
        sitToday,
        candidates,
        firstStep(profile, sum, direction, today),
        reasons(profile),
        counterfactuals.flips(profile, MOST_FLIPS),
        Odds.logOdds(Math.abs(sum.score())),
        Odds.logOdds(Math.abs(sum.score()) - framework.margin()));
  }

  private List<Share> ranking(int score) {
    Share first = new Share(framework.first().direction(), Odds.share(score));
    Share second = new Share(framework.second().direction(), Odds.share(-score));
    return score < 0 ? List.of(second, first) : List.of(first, second);
  }

  private Optional<LineId> line(Evidence sum) {
    return framework.pole(sum.line()).map(Pole::line);
  }

  private Optional<PlatformId> platform(Evidence sum) {
    return framework.pole(sum.platform()).map(Pole::platform);
  }

  private Optional<Pole> pole(Optional<DirectionId> direction) {
    return direction.map(
        id -> id.equals(framework.first().direction()) ? framework.first() : framework.second());
  }

  /** The corner's credential; an axis that is open is taken from the direction. */
  private Optional<SitToday> sitToday(
      Evidence sum, Optional<DirectionId> direction, LocalDate today) {
    Optional<LineId> line = line(sum).or(() -> pole(direction).map(Pole::line));
    Optional<PlatformId> platform = platform(sum).or(() -> pole(direction).map(Pole::platform));
    return line.flatMap(work -> platform.flatMap(place -> firstSittable(work, place, today)));
  }

  private List<SitToday> candidates(Evidence sum, LocalDate today) {
    List<Pole> likelierFirst =
        sum.score() < 0
            ? List.of(framework.second(), framework.first())
            : List.of(framework.first(), framework.second());
    List<SitToday> candidates = new ArrayList<>();
    for (Pole byLine : likelierFirst) {
      for (Pole byPlatform : likelierFirst) {
        boolean possible =
            line(sum).filter(line -> !line.equals(byLine.line())).isEmpty()
                && platform(sum)
                    .filter(platform -> !platform.equals(byPlatform.platform()))
                    .isEmpty();
        if (possible) {
          firstSittable(byLine.line(), byPlatform.platform(), today).ifPresent(candidates::add);
        }
      }
    }
    return candidates;
  }

  private Optional<SitToday> firstSittable(LineId line, PlatformId platform, LocalDate today) {
    return framework.sitList(line, platform).stream()
        .map(credential -> sittings.on(credential, today))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<SitToday> firstStep(
      Profile profile, Evidence sum, Optional<DirectionId> direction, LocalDate today) {
    boolean beginner =
        profile.choices().stream()
            .flatMap(choice -> framework.option(choice).stream())
            .anyMatch(ChoiceOption::beginner);
    if (!beginner) {
      return Optional.empty();
    }
    return platform(sum)
        .or(() -> pole(direction).map(Pole::platform))
        .flatMap(this::firstStep)
        .flatMap(credential -> sittings.on(credential, today));
  }

  private Optional<CredentialId> firstStep(PlatformId platform) {
    return Optional.ofNullable(framework.firstSteps().get(platform));
  }

  private List<Reason> reasons(Profile profile) {
    List<Reason> reasons = new ArrayList<>();
    for (Question question : framework.questions()) {
      profile
          .answer(question.id())
          .map(choice -> new Choice(question.id(), choice))
          .flatMap(choice -> reason(question, choice))
          .ifPresent(reasons::add);
    }
    reasons.sort(Comparator.comparingDouble(Reason::weight).reversed());
    return reasons;
  }

  private Optional<Reason> reason(Question question, Choice choice) {
    int score = framework.evidence(choice).score();
    if (score == 0) {
      return Optional.empty();
    }
    Pole pole = score > 0 ? framework.first() : framework.second();
    return Optional.of(
        new Reason(choice, pole.direction(), Odds.logOdds(Math.abs(score)), question.section()));
  }
}
