package dev.certadvisor.decision;

import dev.certadvisor.decision.Fault.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The part of the audit that looks at questions, credentials and rules one by one. */
final class AuditedParts {

  private final Framework framework;
  private final StateSpace space;
  private final Scoring scoring;
  private final Policy policy;
  private final Recommender recommender;
  private final Sittings sittings;
  private final LocalDate today;
  private final List<Fault> faults = new ArrayList<>();

  AuditedParts(Framework framework, StateSpace space, Sittings sittings, LocalDate today) {
    this.framework = framework;
    this.space = space;
    this.sittings = sittings;
    this.today = today;
    scoring = space.scoring();
    policy = new Policy(scoring);
    recommender = new Recommender(framework, sittings);
  }

  /** What is wrong. */
  List<Fault> faults() {
    faults.clear();
    checkQuestions();
    checkSittings();
    checkRules();
    return List.copyOf(faults);
  }

  private void fault(Place place, String message) {
    faults.add(new Fault(place, message));
  }

  /** A question is dead if nobody is asked it, or if its answer never changes a direction. */
  private void checkQuestions() {
    Reachability.neverPut(framework)
        .forEach(question ->
            fault(
                new Place.OfQuestion(question.id()),
                "nobody is ever asked \"" + question.id() + "\""));
    for (int q = 0; q < scoring.questions(); q++) {
      int question = q;
      boolean matters =
          IntStream.range(0, space.size())
              .filter(state -> space.open(state) == 1 << question)
              .anyMatch(state -> !policy.isSettled(1 << question, space.sum(state)));
      if (!matters) {
        QuestionId id = framework.questions().get(q).id();
        fault(new Place.OfQuestion(id), "the answer to \"" + id + "\" never changes anything");
      }
    }
  }

  private void checkSittings() {
    for (SitList list : framework.sitLists()) {
      if (list.credentials().stream().noneMatch(id -> sittings.on(id, today).isPresent())) {
        fault(
            new Place.OfCorner(list.line(), list.platform()),
            "nothing can be sat on " + today + " for " + list.line() + " on " + list.platform());
      }
    }
    framework
        .firstSteps()
        .forEach((platform, credential) -> {
          if (sittings.on(credential, today).isEmpty()) {
            fault(
                new Place.OfFirstStep(platform),
                "the first step " + credential + " cannot be sat on " + today);
          }
        });
  }

  private void checkRules() {
    for (Fixture rule : framework.fixtures()) {
      Recommendation advice = recommender.advise(new Profile(rule.choices()), today);
      boolean holds =
          advice.direction().equals(rule.direction())
              && rule.line().map(line -> advice.line().equals(Optional.of(line))).orElse(true)
              && rule.platform()
                  .map(platform -> advice.platform().equals(Optional.of(platform)))
                  .orElse(true);
      if (!holds) {
        fault(new Place.OfRule(rule.rule()), "the rule \"" + rule.rule() + "\" does not come out");
      }
    }
  }
}
