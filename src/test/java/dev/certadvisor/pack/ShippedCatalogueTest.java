package dev.certadvisor.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.catalogue.Credential;
import dev.certadvisor.catalogue.Credential.Succession;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.catalogue.Event;
import dev.certadvisor.catalogue.Status;
import dev.certadvisor.conversation.CatalogueWording;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.testing.ShippedCatalogue;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedCatalogueTest {

  private static final LocalDate FIRST = LocalDate.parse("2019-01-01");
  private static final LocalDate LAST = LocalDate.parse("2030-12-31");

  private final Catalogue catalogue = ShippedCatalogue.read();

  @Test
  void knowsEveryCredentialOfTheField() {
    assertThat(catalogue.credentials())
        .extracting(credential -> credential.id().code())
        .containsExactly(
            "MLS-C01", "MLA-C02", "MLA-C01", "AIP-C01", "AIF-C01", "DEA-C01", "AIB-C01", "AI-102",
            "AI-103", "AI-300", "DP-100", "AI-901", "AI-900", "AI-200", "AZ-204", "AI-500",
            "AB-620", "AB-100");
  }

  /** Each line: the day before, the day itself, the day after; a star means that it can be sat. */
  @Test
  void statusesChangeOnTheirDaysAndOnNoOther() {
    assertThat(
            catalogue.credentials().stream()
                .flatMap(credential ->
                    credential.timeline().events().stream()
                        .map(Event::day)
                        .distinct()
                        .map(day -> walk(credential, day)))
                .collect(Collectors.joining("\n")))
        .isEqualTo(
            """
            MLS-C01 2019-03-18: Unrecorded, Bookable*, Bookable*
            MLS-C01 2025-10-31: Bookable*, Retiring*, Retiring*
            MLS-C01 2026-03-31: Retiring*, LastDay*, Retired
            MLA-C02 2026-08-06: NotYetOffered, Announced, Announced
            MLA-C02 2026-09-01: Announced, RegistrationOpen, RegistrationOpen
            MLA-C02 2026-09-29: RegistrationOpen, Beta*, Beta*
            MLA-C02 2027-01-14: Beta*, Beta*, Beta*
            MLA-C01 2024-12-31: Unrecorded, Bookable*, Bookable*
            MLA-C01 2026-08-06: Bookable*, Retiring*, Retiring*
            MLA-C01 2026-09-28: Retiring*, LastDay*, PartlyRetired
            AIP-C01 2025-11-18: NotYetOffered, Beta*, Beta*
            AIP-C01 2026-03-31: Beta*, Beta*, BetaOver
            AIP-C01 2026-04-14: BetaOver, Bookable*, Bookable*
            AIF-C01 2024-10-08: NotYetOffered, Bookable*, Bookable*
            AIF-C01 2026-10-15: Bookable*, Bookable*, Bookable*
            DEA-C01 2024-03-31: NotYetOffered, Bookable*, Bookable*
            AIB-C01 2026-09-10: Unrecorded, Beta*, Beta*
            AI-102 2023-12-31: Unrecorded, Bookable*, Bookable*
            AI-102 2026-03-06: Bookable*, Retiring*, Retiring*
            AI-102 2026-06-30: Retiring*, LastDay*, Retired
            AI-103 2026-03-28: NotYetOffered, Announced, Announced
            AI-103 2026-04-30: Announced, Beta*, Beta*
            AI-103 2026-06-19: Beta*, Bookable*, Bookable*
            AI-300 2026-03-28: Unrecorded, Announced, Announced
            AI-300 2026-06-05: Announced, Bookable*, Bookable*
            DP-100 2025-04-11: Unrecorded, Bookable*, Bookable*
            DP-100 2026-03-28: Bookable*, Retiring*, Retiring*
            DP-100 2026-06-01: Retiring*, LastDay*, Retired
            AI-901 2026-03-28: Unrecorded, Announced, Announced
            AI-901 2026-06-05: Announced, Beta*, Beta*
            AI-901 2026-06-18: Beta*, Bookable*, Bookable*
            AI-900 2023-12-31: Unrecorded, Bookable*, Bookable*
            AI-900 2026-03-28: Bookable*, Retiring*, Retiring*
            AI-900 2026-06-30: Retiring*, LastDay*, Retired
            AI-200 2026-03-28: Unrecorded, Announced, Announced
            AI-200 2026-07-10: Announced, Bookable*, Bookable*
            AZ-204 2026-03-28: Unrecorded, Retiring*, Retiring*
            AZ-204 2026-07-31: Retiring*, LastDay*, Retired
            AI-500 2026-07-24: Unrecorded, Beta*, Beta*
            AI-500 2026-10-08: Beta*, Bookable*, Bookable*
            AB-620 2026-10-08: Unrecorded, Bookable*, Bookable*
            AB-100 2026-10-08: Unrecorded, Bookable*, Bookable*\
            """);
  }

  @Test
  void nothingRetiredIsEverASuccessorOrToBeSat() {
    for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(1)) {
      for (Credential credential : catalogue.credentials()) {
        Status status = catalogue.statusOn(credential.id(), day);
        if (status instanceof Status.Retired || status instanceof Status.PartlyRetired) {
          assertThat(catalogue.sittable(credential.id(), day)).isFalse();
          assertThat(catalogue.successors(credential.id(), day)).isNotEmpty();
          assertThat(catalogue.holders(credential.id(), day)).isPresent();
        }
        for (Succession next : catalogue.successors(credential.id(), day)) {
          assertThat(catalogue.statusOn(next.to(), day))
              .as("%s after %s on %s", next.to(), credential.id(), day)
              .isNotInstanceOfAny(
                  Status.Retired.class, Status.PartlyRetired.class, Status.NotYetOffered.class);
        }
      }
    }
  }

  @Test
  void everyDayHasWordsForEveryCredential() {
    CatalogueWording words = new CatalogueWording(catalogue, Wording.load());

    for (LocalDate day = FIRST; day.isBefore(LAST); day = day.plusDays(13)) {
      for (Credential credential : catalogue.credentials()) {
        assertThat(words.state(credential.id(), day)).isNotBlank().doesNotContain("  ", "{");
        assertThat(words.facts(List.of(credential.id()), Set.of(), day)).isNotEmpty();
      }
      assertThat(words.atAGlance(day))
          .filteredOn(Reply.Part.Bullets.class::isInstance)
          .flatExtracting(part -> ((Reply.Part.Bullets) part).items())
          .hasSize(18);
    }
  }

  @Test
  void namesAndNicknamesFindTheirCredential() {
    assertThat(
            List.of("MLS-C01", "ml specialty", "AI 102", "ai102", "mla", "ME1-C02", "azure mlops"))
        .extracting(words -> catalogue.named(words).orElseThrow().id().code())
        .containsExactly("MLS-C01", "MLS-C01", "AI-102", "AI-102", "MLA-C02", "MLA-C02", "AI-300");
    assertThat(catalogue.named("cissp")).isEmpty();
  }

  @Test
  void successionsAreFollowedToWhatLives() {
    assertThat(successors("MLS-C01", "2026-09-28")).containsExactly("MLA-C01", "AIP-C01");
    assertThat(successors("MLS-C01", "2026-09-29")).containsExactly("MLA-C02", "AIP-C01");
    assertThat(successors("AI-102", "2026-01-01")).isEmpty();
    assertThat(successors("AI-102", "2026-07-01")).containsExactly("AI-103");
  }

  @Test
  void bothLinesOfBothPlatformsHaveAnExamToSitSinceTheFirstOfThemRetired() {
    // AI-300 was seen open only on 2026-06-05, four days after DP-100 had ended.
    LocalDate from = LocalDate.parse("2026-06-05");
    for (LocalDate day = from; day.isBefore(LAST); day = day.plusDays(1)) {
      assertThat(sittable(day, "ml-engineering", "aws")).as("AWS ML on %s", day).isNotEmpty();
      assertThat(sittable(day, "ai-application", "aws")).as("AWS AI on %s", day).isNotEmpty();
      assertThat(sittable(day, "ml-engineering", "azure")).as("Azure ML on %s", day).isNotEmpty();
      assertThat(sittable(day, "ai-application", "azure")).as("Azure AI on %s", day).isNotEmpty();
    }
  }

  private List<CredentialId> sittable(LocalDate day, String line, String platform) {
    return catalogue.credentials().stream()
        .filter(credential ->
            credential.platform().equals(platform)
                && credential.line().filter(line::equals).isPresent()
                && catalogue.sittable(credential.id(), day))
        .map(Credential::id)
        .toList();
  }

  private List<String> successors(String code, String day) {
    return catalogue.successors(new CredentialId(code), LocalDate.parse(day)).stream()
        .map(next -> next.to().code())
        .toList();
  }

  private String walk(Credential credential, LocalDate day) {
    return "%s %s: %s, %s, %s"
        .formatted(
            credential.id(),
            day,
            name(credential, day.minusDays(1)),
            name(credential, day),
            name(credential, day.plusDays(1)));
  }

  private String name(Credential credential, LocalDate day) {
    Status status = catalogue.statusOn(credential.id(), day);
    return status.getClass().getSimpleName() + (status.isSittable() ? "*" : "");
  }
}
