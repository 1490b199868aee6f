package dev.certadvisor.decision;

import static dev.certadvisor.decision.Frameworks.AWS_ML;
import static dev.certadvisor.decision.Frameworks.AZURE_AI;
import static dev.certadvisor.decision.Frameworks.TODAY;
import static dev.certadvisor.decision.Frameworks.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.knowledge.SectionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditTest {

  private static Framework small(Framework framework) {
    return Frameworks.only(framework, "daily-work", "work-cloud", "goal", "study");
  }

  private static AuditReport audit(Framework framework) {
    return new Audit(framework, Frameworks.SITTINGS, TODAY).run();
  }

  @Test
  void findsTheShippedFrameworkSoundWithinAMinute() {
    long begun = System.nanoTime();

    AuditReport report = audit(Frameworks.shipped());

    report.lines().forEach(System.out::println);
    assertThat(report.faults()).isEmpty();
    assertThat(report.medianLength()).isLessThanOrEqualTo(5);
    assertThat(report.longest()).isLessThanOrEqualTo(8);
    assertThat(report.combinations()).isEqualTo(675_000);
    assertThat(report.results().get(Optional.of(AWS_ML)))
        .isEqualTo(report.results().get(Optional.of(AZURE_AI)));
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void findsNothingWrongWithASmallerOne() {
    assertThat(audit(small(Frameworks.shipped())).faults()).isEmpty();
  }

  @Test
  void findsAVendorThatIsFavoured() {
    AuditReport report = audit(small(Frameworks.weighing("2", "study", 50, -40, 0, 0)));

    assertThat(report.faults())
        .extracting(Fault::message)
        .containsExactly("the choices of \"study\" weigh more on one side");
  }

  @Test
  void findsAQuestionThatNobodyIsAsked() {
    List<Question> lonely = new ArrayList<>(heavy());
    lonely.addAll(Frameworks.without("1", "daily-work", "work-cloud").questions().subList(0, 1));

    AuditReport report = audit(Frameworks.with("2", lonely));

    assertThat(report.faults())
        .extracting(Fault::message)
        .anyMatch(fault -> fault.contains("nobody is ever asked \"goal\""));
    assertThat(report.faults())
        .extracting(Fault::message)
        .anyMatch(fault -> fault.contains("the answer to \"goal\" never changes anything"));
  }

  /** One question on which everybody takes a side so clearly that no other counts. */
  private static List<Question> heavy() {
    Question work = Frameworks.shipped().questions().getFirst();
    List<ChoiceOption> options =
        work.choices().stream()
            .map(option ->
                new ChoiceOption(
                    option.id(),
                    option.label(),
                    new Evidence(option.evidence().line() < 0 ? -900 : 900, 0),
                    option.means(),
                    false,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
            .toList();
    return List.of(
        new Question(
            work.id(),
            work.name(),
            List.of(),
            work.text(),
            work.why(),
            work.section(),
            options,
            ChoiceOption.NOT_SURE,
            false));
  }

  @Test
  void findsDirectionsAndCornersThatNothingLeadsTo() {
    AuditReport report = audit(small(Frameworks.weighing("2", "daily-work", 0, 0, 0, 0, 0)));
    AuditReport oneSided =
        audit(Frameworks.with("3", List.of(Frameworks.shipped().get(Frameworks.question("time")))));

    assertThat(report.faults())
        .extracting(Fault::message)
        .anyMatch(fault -> fault.contains("nobody is ever asked"));
    assertThat(oneSided.faults())
        .extracting(Fault::message)
        .contains("no answers lead to aws-ml", "no answers lead to ml-engineering on azure");
  }

  @Test
  void findsARuleThatDoesNotComeOut() {
    Framework shipped = small(Frameworks.shipped());
    Fixture wrong =
        new Fixture(
            "Apps lead to AWS.",
            new SectionId("decide"),
            profile("daily-work/apps").choices(),
            Optional.of(AWS_ML),
            Optional.empty(),
            Optional.empty());
    Framework framework =
        new Framework(
            "2",
            shipped.margin(),
            shipped.first(),
            shipped.second(),
            shipped.questions(),
            shipped.sitLists(),
            shipped.firstSteps(),
            shipped.nextSteps(),
            List.of(wrong),
            shipped.cues());

    assertThat(audit(framework).faults())
        .extracting(Fault::message)
        .containsExactly("the rule \"Apps lead to AWS.\" does not come out");
  }

  @Test
  void findsACornerInWhichNothingCanBeSat() {
    AuditReport report =
        new Audit(small(Frameworks.shipped()), (credential, day) -> Optional.empty(), TODAY).run();

    assertThat(report.faults())
        .extracting(Fault::message)
        .contains(
            "nothing can be sat on 2026-11-23 for ai-application on aws",
            "the first step AIF-C01 cannot be sat on 2026-11-23");
  }

  /** Advises one vendor wherever it is too close to call. */
  private static Recommendation favouring(DirectionId favourite, Recommendation fair) {
    return new Recommendation(
        Optional.of(fair.direction().orElse(favourite)),
        fair.settledEarly(),
        fair.asked(),
        fair.ranking(),
        fair.line(),
        fair.platform(),
        fair.sitToday(),
        fair.candidates(),
        fair.firstStep(),
        fair.reasons(),
        fair.wouldChange(),
        fair.lead(),
        fair.toTie());
  }

  @Test
  void findsTiesThatSilentlyGoToAVendorAndThatTheyDoNotMirror() {
    Framework framework = small(Frameworks.shipped());

    AuditReport report =
        new Audit(
                framework,
                Frameworks.SITTINGS,
                TODAY,
                any -> {
                  Recommender fair = new Recommender(any, Frameworks.SITTINGS);
                  return (profile, day) -> favouring(AWS_ML, fair.advise(profile, day));
                },
                new Scoring(framework)::verdict)
            .run();

    assertThat(report.faults())
        .extracting(Fault::message)
        .anyMatch(fault -> fault.endsWith("exact ties are given a direction"))
        .anyMatch(fault -> fault.endsWith("combinations favour a vendor: they do not mirror"));
  }

  @Test
  void findsEvidenceForOneSideThatHelpsTheOther() {
    Framework framework = small(Frameworks.shipped());
    Scoring scoring = new Scoring(framework);

    AuditReport report =
        new Audit(
                framework,
                Frameworks.SITTINGS,
                TODAY,
                any -> new Recommender(any, Frameworks.SITTINGS)::advise,
                sum -> sum > 300 ? -1 : scoring.verdict(sum))
            .run();

    assertThat(report.faults())
        .extracting(Fault::message)
        .anyMatch(fault ->
            fault.endsWith("combinations in which more evidence for a side helps the other"))
        .anyMatch(fault -> fault.contains("stops too early or too late"));
  }

  @Test
  void refusesMoreCombinationsThanCanBeTried() {
    List<Question> many = new ArrayList<>();
    for (int copy = 0; copy < 12; copy++) {
      many.add(Frameworks.shipped().questions().getFirst());
    }

    assertThatThrownBy(() -> audit(Frameworks.with("2", many)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use fewer questions");
  }
}
