package dev.certadvisor.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.catalogue.Event.Kind;
import dev.certadvisor.catalogue.Event.Precision;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final LocalDate SEEN = LocalDate.parse("2026-10-08");

  @Test
  void anExamCanBeSatOnItsLastDayAndIsRetiredFromTheNext() {
    Timeline timeline =
        timeline(event(Kind.AVAILABLE, "2020-01-01"), event(Kind.LAST_DAY, "2026-03-31"));

    assertThat(on(timeline, "2019-12-31")).isInstanceOf(Status.NotYetOffered.class);
    assertThat(on(timeline, "2026-03-30")).isInstanceOf(Status.Retiring.class);
    assertThat(on(timeline, "2026-03-31")).isInstanceOf(Status.LastDay.class);
    assertThat(on(timeline, "2026-04-01"))
        .isEqualTo(new Status.Retired(event(Kind.LAST_DAY, "2026-03-31"), SEEN));
  }

  @Test
  void nobodyKnowsOfAnEndBeforeItIsAnnounced() {
    Timeline timeline =
        timeline(
            event(Kind.AVAILABLE, "2020-01-01"),
            event(Kind.RETIREMENT_ANNOUNCED, "2025-10-31"),
            event(Kind.LAST_DAY, "2026-03-31"));

    assertThat(on(timeline, "2025-10-30")).isInstanceOf(Status.Bookable.class);
    assertThat(on(timeline, "2025-10-31")).isInstanceOf(Status.Retiring.class);
  }

  @Test
  void aBeginningThatWasOnlyPlannedWhenLastSeenHasNotBegun() {
    Timeline timeline =
        timeline(event(Kind.BETA_OPENS, "2026-09-29"), event(Kind.AVAILABLE, "2027-01-14"));

    assertThat(on(timeline, "2027-06-01")).isInstanceOf(Status.Beta.class);
  }

  @Test
  void anEndThatWasOnlyPlannedWhenLastSeenCountsAllTheSame() {
    Timeline timeline =
        timeline(event(Kind.AVAILABLE, "2020-01-01"), event(Kind.LAST_DAY, "2027-01-14"));

    assertThat(on(timeline, "2027-01-15").isSittable()).isFalse();
  }

  @Test
  void anEndInOneLanguageEndsItOnlyForThoseWhoSitItInThat() {
    Timeline timeline =
        timeline(event(Kind.AVAILABLE, "2020-01-01"), ending("2026-09-28", "English"));

    assertThat(on(timeline, "2026-09-29"))
        .isEqualTo(
            new Status.PartlyRetired(ending("2026-09-28", "English"), List.of("Korean"), SEEN));
    assertThat(timeline.statusOn(LocalDate.parse("2026-09-29"), "Korean"))
        .isInstanceOf(Status.Bookable.class);
    assertThat(timeline.languageEndings("Korean")).containsExactly(ending("2026-09-28", "English"));
  }

  @Test
  void anExamThatEndedInOneLanguageFirstRetiresForEverybodyLater() {
    Timeline timeline =
        timeline(
            event(Kind.AVAILABLE, "2020-01-01"),
            ending("2026-09-28", "English"),
            event(Kind.LAST_DAY, "2026-10-01"));

    assertThat(on(timeline, "2026-10-01")).isInstanceOf(Status.PartlyRetired.class);
    assertThat(on(timeline, "2026-10-02")).isInstanceOf(Status.Retired.class);
  }

  @Test
  void betweenBetaAndStandardVersionNobodyCanSitIt() {
    Timeline timeline =
        timeline(
            event(Kind.BETA_OPENS, "2025-11-18"),
            event(Kind.BETA_ENDS, "2026-03-31"),
            event(Kind.AVAILABLE, "2026-04-14"));

    assertThat(on(timeline, "2026-03-31").isSittable()).isTrue();
    assertThat(on(timeline, "2026-04-01")).isInstanceOf(Status.BetaOver.class);
    assertThat(on(timeline, "2026-04-01").isSittable()).isFalse();
    assertThat(on(timeline, "2026-04-14")).isInstanceOf(Status.Bookable.class);
  }

  @Test
  void evidenceIsStaleAfterNinetyDays() {
    assertThat(evidence(false).isDoubtful(SEEN.plusDays(90))).isFalse();
    assertThat(evidence(false).isDoubtful(SEEN.plusDays(91))).isTrue();
    assertThat(evidence(true).isDoubtful(SEEN)).isTrue();
  }

  private static Status on(Timeline timeline, String day) {
    return timeline.statusOn(LocalDate.parse(day), "English");
  }

  private static Timeline timeline(Event... events) {
    return new Timeline(List.of(events), evidence(false), Optional.empty(), List.of("Korean"));
  }

  private static Event event(Kind kind, String day) {
    return new Event(
        kind,
        LocalDate.parse(day),
        Precision.ON,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        evidence(false),
        List.of());
  }

  private static Event ending(String day, String language) {
    return new Event(
        Kind.LAST_DAY,
        LocalDate.parse(day),
        Precision.ON,
        Optional.empty(),
        List.of(language),
        Optional.empty(),
        evidence(false),
        List.of());
  }

  private static Evidence evidence(boolean recheck) {
    Source source = new Source("page", "a page", Optional.empty(), false, "somebody");
    return new Evidence(List.of(source), SEEN, Confidence.C, recheck);
  }
}
