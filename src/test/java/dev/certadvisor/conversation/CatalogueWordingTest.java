package dev.certadvisor.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.testing.ShippedCatalogue;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueWordingTest {

  private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  private final CatalogueWording words =
      new CatalogueWording(ShippedCatalogue.read(), Wording.load());

  @Test
  void aRetiredExamIsSaidToBeRetiredWithItsLastDay() {
    assertThat(state("MLS-C01", "2026-04-01"))
        .isEqualTo("Retired: 2026-03-31 was the last exam day.");
  }

  @Test
  void theLastDayIsSaidToBeToday() {
    assertThat(state("MLS-C01", "2026-03-31"))
        .isEqualTo("Last day today: 2026-03-31 is the last exam day.");
    assertThat(state("MLA-C01", "2026-09-28"))
        .isEqualTo("Last day today: 2026-09-28 is the last exam day in English.");
  }

  @Test
  void anAnnouncedEndIsSaidAhead() {
    assertThat(state("DP-100", "2026-05-31"))
        .isEqualTo("Can be booked, but not for long: 2026-06-01 is the last exam day.");
    assertThat(state("DP-100", "2026-03-27"))
        .isEqualTo("Can be booked: available since 2025-04-11 or earlier.");
  }

  @Test
  void anEndInOneLanguageNamesThoseThatRemain() {
    assertThat(state("MLA-C01", "2026-11-23"))
        .isEqualTo(
            "Retired in English: 2026-09-28 was the last exam day. It is still offered in Japanese, Korean and Simplified Chinese. The other languages stay until MLA-C02 is generally available. Last checked on 2026-10-08.");
  }

  @Test
  void aBetaSaysWhatIsKnownOfTheStandardExam() {
    assertThat(state("MLA-C02", "2026-11-23"))
        .isEqualTo(
            "In beta since 2026-09-29. The standard exam is expected early in 2027: AWS's blog named 2027-01-14, its exam page has left the day open. The beta is in English only, as exam ME1-C02. Last checked on 2026-10-08.");
    assertThat(state("MLA-C02", "2027-02-01"))
        .isEqualTo(
            "In beta since 2026-09-29. The standard exam was planned for 2027-01-14; whether it came is not confirmed. The beta is in English only, as exam ME1-C02. Last checked on 2026-10-08.");
    assertThat(state("AIP-C01", "2026-04-01"))
        .isEqualTo(
            "Not to be sat at the moment: 2026-03-31 was the last beta day. Next: the standard exam starts on 2026-04-14.");
  }

  @Test
  void whatIsNotOfferedYetSaysWhatBegins() {
    assertThat(state("AIP-C01", "2025-11-17"))
        .isEqualTo("Not yet offered: the beta opens on 2025-11-18.");
    assertThat(state("MLA-C02", "2026-08-10"))
        .isEqualTo(
            "Announced since 2026-08-06 or earlier. Next: registration opens on 2026-09-01.");
    assertThat(state("MLA-C02", "2026-09-02"))
        .isEqualTo(
            "Registration is open since 2026-09-01, for a later exam day. Next: the beta opens on 2026-09-29.");
    assertThat(state("AI-300", "2026-05-01"))
        .isEqualTo(
            "Announced since 2026-03-28 or earlier. Next: the standard exam starts by 2026-06-05 at the latest.");
    assertThat(state("AI-500", "2026-01-01"))
        .isEqualTo("Not on record for that day: what is known begins with 2026-07-24.");
  }

  @Test
  void pagesThatDisagreeAreBothSaid() {
    assertThat(state("AI-103", "2026-07-01"))
        .isEqualTo(
            "Can be booked: available since a day between 2026-06-05 and 2026-06-19. Other pages say: still in beta (these pages lag behind Microsoft's own).");
    assertThat(values("AI-103", Attribute.MINUTES))
        .containsExactly(
            "reported as 120 minutes (the length is shown at booking); other pages say 100 minutes (looks like a default)");
    assertThat(values("AIF-C01", Attribute.PRICE))
        .containsExactly("100 USD; another page says 150 USD (a page with old figures)");
  }

  @Test
  void whatWasAboutToChangeSaysWhenItWasLastChecked() {
    assertThat(state("AI-500", "2026-11-23"))
        .isEqualTo(
            "Can be booked: available since a day between 2026-09-28 and 2026-10-08. Its beta label was gone on 2026-10-08, but no launch notice was seen; look at the page before you book. Other pages say: in beta (as last seen on 2026-09-28, with October 2026 as the plan). Last checked on 2026-10-08.");
    assertThat(state("AI-103", "2026-11-23")).doesNotContain("Last checked");
    assertThat(state("AI-103", "2027-01-06")).doesNotContain("Last checked");
    assertThat(state("AI-103", "2027-01-07")).endsWith("Last checked on 2026-10-08.");
  }

  @Test
  void anEndThatWasOnlyPlannedIsNotSaidToHaveHappened() {
    assertThat(state("AIF-C01", "2026-10-15"))
        .isEqualTo(
            "Can be booked: available since 2024-10-08. In Italian and German it can be sat until 2026-10-15.");
    assertThat(state("AIF-C01", "2026-10-16"))
        .isEqualTo(
            "Can be booked: available since 2024-10-08. In Italian and German it was due to end after 2026-10-15.");
  }

  @Test
  void theFactOfARetiredExamComesWithItsStatusAndWithThatOfItsSuccessor() {
    assertThat(words.facts(ids("AI-102"), Set.of(Attribute.PRICE), TODAY))
        .containsExactly(
            new Reply.Part.Status(
                "AI-102: Microsoft Certified: Azure AI Engineer Associate",
                "Retired: 2026-06-30 was the last exam day. Certification, exam and renewal ended"
                    + " together. Last checked on 2026-08-18.",
                List.of(
                    new Reply.Part.Fact(
                        "Price",
                        "165 USD",
                        "open-exam-prep.com on AI-102 and 1 more, last checked on 2026-06-30")),
                "quidproquo.cc on AI-103 and 3 more, last checked on 2026-08-18",
                Optional.of(
                    "https://learn.microsoft.com/credentials/certifications/exams/ai-102/")),
            new Reply.Part.Heading("What can be sat instead"),
            new Reply.Part.Status(
                "AI-103: Microsoft Certified: Azure AI Apps and Agents Developer Associate",
                "Can be booked: available since a day between 2026-06-05 and 2026-06-19. Other pages"
                    + " say: still in beta (these pages lag behind Microsoft's own).",
                List.of(
                    new Reply.Part.Fact(
                        "Price",
                        "165 USD",
                        "quidproquo.cc on AI-103 and 1 more, last checked on 2026-08-22")),
                "Microsoft's certification pages, read daily in summer 2026 (copy), seen 2026-10-08",
                Optional.of(
                    "https://learn.microsoft.com/credentials/certifications/azure-ai-apps-and-agents-developer-associate/")));
  }

  @Test
  void theOverviewHoldsTheFactsThatPeopleAskFor() {
    assertThat(labels(sheet("AIP-C01")))
        .containsExactly("Price", "Length", "Questions", "Pass mark", "Valid for");
  }

  @Test
  void twoCredentialsAnswerTheSameAttributesInTheSameOrder() {
    List<Reply.Part> parts =
        words.facts(
            ids("AIP-C01", "AI-103"),
            EnumSet.of(Attribute.LANGUAGES, Attribute.PRICE, Attribute.DOMAINS),
            TODAY);

    assertThat(statuses(parts).map(CatalogueWordingTest::labels))
        .containsExactly(
            List.of("Price", "Languages", "Domains"), List.of("Price", "Languages", "Domains"));
  }

  @Test
  void twoRetiredExamsNameEachSuccessorOnce() {
    assertThat(
            statuses(words.facts(ids("MLS-C01", "MLA-C01", "AI-102"), Set.of(), TODAY))
                .map(part -> part.title().substring(0, part.title().indexOf(':'))))
        .containsExactly("MLS-C01", "MLA-C01", "AI-102", "MLA-C02", "AIP-C01", "AI-103");
  }

  @Test
  void whatIsNotOnRecordIsSaidToBeSo() {
    assertThat(values("AB-100", Attribute.DOMAINS))
        .containsExactly("not on record: none of the pages seen gives it");
    assertThat(values("DP-100", Attribute.LANGUAGES))
        .containsExactly("not on record: no page seen lists them");
    assertThat(values("AI-103", Attribute.SUCCESSOR))
        .containsExactly("nothing, as far as is known");
  }

  @Test
  void rulesOfTheVendorAnswerWhereTheExamHasNoFactOfItsOwn() {
    assertThat(values("AIP-C01", Attribute.RETAKES))
        .containsExactly(
            "after a fail, 14 days of waiting and the full fee again; a passed exam can be sat again only after 2 years");
    assertThat(values("MLS-C01", Attribute.RETAKES))
        .containsExactly("does not apply any more, since the exam is over");
  }

  @Test
  void holdersOfARetiredBadgeAreToldHowLongItCounts() {
    assertThat(holders("MLS-C01", TODAY))
        .isEqualTo(
            "A badge you hold stays valid for 3 years from the day you earned it, at the latest until 2029-03-31. No way to extend it since the retirement has been found; to stay certified, pass one of the exams that follow it.");
    assertThat(holders("MLS-C01", LocalDate.parse("2029-04-01")))
        .isEqualTo(
            "Every badge has run out: 2029-03-31 was the last day on which one could be valid.");
    assertThat(holders("AI-102", TODAY))
        .isEqualTo(
            "A certification you hold stays on your transcript until its own expiry date and then moves to its history. It cannot be renewed any more; to stay certified, pass AI-103.");
    assertThat(labels(sheet("AI-103"))).doesNotContain("If you hold it");
  }

  @Test
  void whatToSitIsSaidWithItsStatus() {
    assertThat(words.sitToday(new CredentialId("AI-300"), TODAY))
        .isEqualTo(
            "AI-300: Microsoft Certified: Machine Learning Operations Engineer Associate. Can be booked: available since 2026-06-05 or earlier.");
  }

  @Test
  void atAGlanceEveryCredentialHasALineAndThoseThatCanBeSatComeFirst() {
    List<Reply.Part> parts = words.atAGlance(TODAY);

    assertThat(parts)
        .filteredOn(Reply.Part.Prose.class::isInstance)
        .extracting(part -> ((Reply.Part.Prose) part).text())
        .containsExactly("You can sit these today:", "Not any more, or not yet:");
    assertThat(((Reply.Part.Bullets) parts.get(1)).items())
        .anyMatch(line -> line.startsWith("AI-103 "))
        .noneMatch(line -> line.contains("retired ("));
    assertThat(((Reply.Part.Bullets) parts.get(3)).items())
        .contains("MLS-C01 AWS Certified Machine Learning - Specialty: retired (2026-03-31)");
  }

  @Test
  void oldProductNamesAreExplainedAndNewOnesAreNot() {
    assertThat(words.renames("does it cover cognitive search and luis?", TODAY))
        .extracting(Reply.Part.Notice::text)
        .containsExactly(
            "Azure Cognitive Search is called Azure AI Search today (since autumn 2023; pages give October or 15 November 2023). [Azure AI Search FAQ (copy), last checked on 2026-08-18]",
            "LUIS is withdrawn. [Azure AI services REST reference (copy), last checked on 2026-08-18]");
    assertThat(words.renames("SageMaker AI or Azure AI Search", TODAY)).isEmpty();
  }

  private String state(String code, String day) {
    return words.state(new CredentialId(code), LocalDate.parse(day));
  }

  private List<String> values(String code, Attribute attribute) {
    return statuses(words.facts(ids(code), Set.of(attribute), TODAY))
        .findFirst()
        .orElseThrow()
        .facts()
        .stream()
        .map(Reply.Part.Fact::value)
        .toList();
  }

  private String holders(String code, LocalDate day) {
    return statuses(words.facts(ids(code), Set.of(), day))
        .findFirst()
        .orElseThrow()
        .facts()
        .stream()
        .filter(fact -> fact.label().equals("If you hold it"))
        .map(Reply.Part.Fact::value)
        .findFirst()
        .orElseThrow();
  }

  private Reply.Part.Status sheet(String code) {
    return statuses(words.facts(ids(code), Set.of(), TODAY)).findFirst().orElseThrow();
  }

  private static List<String> labels(Reply.Part.Status part) {
    return part.facts().stream().map(Reply.Part.Fact::label).toList();
  }

  private static Stream<Reply.Part.Status> statuses(List<Reply.Part> parts) {
    return parts.stream()
        .filter(Reply.Part.Status.class::isInstance)
        .map(Reply.Part.Status.class::cast);
  }

  private static List<CredentialId> ids(String... codes) {
    return Stream.of(codes).map(CredentialId::new).toList();
  }
}
