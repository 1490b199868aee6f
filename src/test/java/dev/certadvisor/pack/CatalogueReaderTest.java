package dev.certadvisor.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.catalogue.Confidence;
import dev.certadvisor.catalogue.Credential;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.catalogue.Fact;
import dev.certadvisor.catalogue.Value;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueReaderTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  private static final String SOUND =
      """
      checked: 2026-10-08
      language: English
      sources:
        official: {name: the vendor's page, vendor: true, address: "https://vendor.example/x"}
        one: {name: page one}
        two: {name: page two}
        twin: {name: page two again, by: two}
      vendors:
        v:
          name: Vendor
          rules:
            - {about: retakes, value: after 14 days, seen: 2026-10-08, confidence: C, sources: [twin]}
      renames:
        - {before: [Old], now: New, change: renamed, seen: 2026-10-08, confidence: A, sources: [official]}
      credentials:
        NEW-02:
          name: New
          alsoCalled: [newcomer]
          vendor: v
          level: Associate
          subject: s
          platform: p
          page: "https://vendor.example/new"
          identity: {seen: 2026-10-08, confidence: C, sources: [one]}
          status: {seen: 2026-10-08, confidence: C, sources: [one]}
          timeline:
            - {event: beta-opens, on: 2026-01-01, seen: 2026-10-08, confidence: C, sources: [one]}
            - {event: available, after: 2026-02-01, by: 2026-02-03, seen: 2026-10-08, confidence: C, sources: [one]}
          facts:
            price: {value: 165, seen: 2026-10-08, confidence: B, sources: [one, two],
              others: [{value: 99, note: old, seen: 2026-10-01, confidence: C, sources: [two]}]}
            domains: {value: [{name: A, weight: 40-60}, {name: B, weight: 40}], seen: 2026-10-08, confidence: C, sources: [one]}
        OLD-01:
          name: Old
          alsoCalled: [veteran]
          vendor: v
          level: Associate
          subject: s
          platform: p
          page: "https://vendor.example/old"
          identity: {seen: 2026-10-08, confidence: C, sources: [one]}
          status: {seen: 2026-10-08, confidence: C, sources: [one]}
          timeline:
            - {event: available, on: 2020-01-01, seen: 2026-10-08, confidence: C, sources: [one]}
            - {event: last-day, on: 2026-03-31, seen: 2026-10-08, confidence: C, sources: [one]}
          successors:
            - {to: NEW-02, seen: 2026-10-08, confidence: C, sources: [one]}
          holders: {text: it runs on, seen: 2026-10-08, confidence: C, sources: [one]}
      """;

  @Test
  void aSoundCatalogueIsReadWithoutAProblem() {
    Problems problems = new Problems();

    Catalogue catalogue = read(SOUND, problems);

    assertThat(problems.all()).isEmpty();
    Fact price = catalogue.facts(new CredentialId("NEW-02"), Attribute.PRICE).getFirst();
    assertThat(price.value()).isEqualTo(new Value.Amount(165));
    assertThat(price.evidence().confidence()).isEqualTo(Confidence.B);
    assertThat(price.alternatives().getFirst().value()).isEqualTo(new Value.Amount(99));
    assertThat(catalogue.credentials()).extracting(Credential::name).containsExactly("New", "Old");
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("mistakes")
  void everyMistakeIsNamedWithItsLine(String sound, String mistaken, String problem) {
    assertThat(SOUND).contains(sound);

    Problems problems = new Problems();
    read(SOUND.replace(sound, mistaken), problems);

    assertThat(problems.all()).extracting(Problem::toString).contains("catalogue.yaml:" + problem);
  }

  static Stream<Arguments> mistakes() {
    return Stream.of(
        Arguments.of(
            "after 14 days, seen: 2026-10-08, ", "after 14 days, ", "12: \"seen\" is missing"),
        Arguments.of(
            "after 14 days, seen: 2026-10-08, confidence: C, ",
            "after 14 days, seen: 2026-10-08, ",
            "12: \"confidence\" is missing"),
        Arguments.of(
            "confidence: C, sources: [twin]}",
            "confidence: C, sources: [twin, one, nobody]}",
            "12: unknown source \"nobody\"; allowed are the keys of \"sources\""),
        Arguments.of(
            "confidence: C, sources: [twin]}",
            "confidence: C}",
            "12: no source is given; only confidence X goes without"),
        Arguments.of(
            "confidence: C, sources: [twin]}",
            "confidence: E, sources: [twin]}",
            "12: unknown confidence \"E\"; allowed: A, B, C, X"),
        Arguments.of(
            "confidence: C, sources: [twin]}",
            "confidence: A, sources: [twin]}",
            "12: confidence A needs a source that is the vendor's (\"vendor: true\")"),
        Arguments.of(
            "confidence: C, sources: [twin]}",
            "confidence: B, sources: [twin, two]}",
            "12: confidence B needs sources of at least two authors; with one it is C"),
        Arguments.of(
            "after 14 days, seen: 2026-10-08",
            "after 14 days, seen: 2026-10-09",
            "12: seen on 2026-10-09, which is later than \"checked\" (2026-10-08)"),
        Arguments.of(
            "after 14 days, seen: 2026-10-08",
            "after 14 days, seen: yesterday",
            "12: expected a day as yyyy-mm-dd, found \"yesterday\""),
        Arguments.of(
            "about: retakes",
            "about: parking",
            "12: unknown fact \"parking\"; allowed: price, minutes, questions, pass-mark, question-types, languages, validity, renewal, prerequisites, domains, scope, retakes, discount, scoring, delivery, beta"),
        Arguments.of(
            "about: retakes",
            "about: status",
            "12: unknown fact \"status\"; allowed: price, minutes, questions, pass-mark, question-types, languages, validity, renewal, prerequisites, domains, scope, retakes, discount, scoring, delivery, beta"),
        Arguments.of(
            "  two: {name: page two}",
            "  two: {name: page two}\n  three: {name: page three}",
            "7: source \"three\" is used by nothing"),
        Arguments.of(
            "address: \"https://vendor.example/x\"",
            "address: \"vendor.example/x\"",
            "4: expected an address that begins with https://, found \"vendor.example/x\""),
        Arguments.of(
            "now: New, change: renamed",
            "change: renamed",
            "14: what is renamed needs \"now\", its name today"),
        Arguments.of(
            "change: renamed",
            "change: sold",
            "14: unknown change \"sold\"; allowed: renamed, withdrawn"),
        Arguments.of(
            "  NEW-02:", "  new-2:", "17: \"new-2\" is no exam code, such as AI-103 or MLS-C01"),
        Arguments.of(
            "  OLD-01:", "  NEW-02:", "33: duplicate key \"NEW-02\", first given in line 17"),
        Arguments.of(
            "alsoCalled: [veteran]",
            "alsoCalled: [Newcomer]",
            "34: \"Newcomer\" already means NEW-02"),
        Arguments.of(
            "alsoCalled: [veteran]",
            "alsoCalled: [veteran, Veteran]",
            "34: \"Veteran\" is given twice"),
        Arguments.of(
            "    name: Old\n    alsoCalled: [veteran]\n    vendor: v",
            "    name: Old\n    alsoCalled: [veteran]\n    vendor: w",
            "36: unknown vendor \"w\"; allowed: v"),
        Arguments.of("    page: \"https://vendor.example/old\"\n", "", "34: \"page\" is missing"),
        Arguments.of(
            "    page: \"https://vendor.example/old\"",
            "    colour: red\n    page: \"https://vendor.example/old\"",
            "40: unknown key \"colour\"; allowed: name, otherCodes, alsoCalled, vendor, level, subject, line, platform, examTitle, page, identity, status, timeline, remaining, successors, facts, holders"),
        Arguments.of(
            "event: beta-opens",
            "event: party",
            "27: unknown event \"party\"; allowed: announced, registration-opens, beta-opens, beta-ends, available, retirement-announced, last-day"),
        Arguments.of(
            "event: beta-opens, on: 2026-01-01",
            "event: beta-opens",
            "27: an event needs either \"on\" or \"by\""),
        Arguments.of(
            "event: beta-opens, on: 2026-01-01",
            "event: beta-opens, on: 2026-01-01, by: 2026-01-02",
            "27: an event needs either \"on\" or \"by\""),
        Arguments.of(
            "after: 2026-02-01",
            "after: 2026-02-03",
            "28: \"after\" goes with \"by\" and has to be earlier"),
        Arguments.of(
            "event: beta-opens, on: 2026-01-01",
            "event: beta-opens, on: 2026-02-30",
            "27: expected a day as yyyy-mm-dd, found \"2026-02-30\""),
        Arguments.of(
            "event: last-day, on: 2026-03-31",
            "event: last-day, on: 2019-03-31",
            "45: dates out of order: last-day on 2019-03-31 comes after available on 2020-01-01"),
        Arguments.of(
            "event: last-day, on: 2026-03-31",
            "event: announced, on: 2026-03-31",
            "45: announced cannot follow available"),
        Arguments.of(
            "event: beta-opens, on: 2026-01-01",
            "event: beta-opens, on: 2026-01-01, languages: [German]",
            "27: only last-day can be about single languages"),
        Arguments.of(
            "event: last-day, on: 2026-03-31",
            "event: last-day, on: 2026-03-31, languages: [English]",
            "34: \"remaining\" is missing: in which languages can it be sat after English?"),
        Arguments.of(
            "    successors:",
            "    remaining: [German]\n    successors:",
            "34: \"remaining\" is only for an exam that ends in English alone"),
        Arguments.of(
            "event: available, on: 2020-01-01",
            "event: announced, on: 2020-01-01",
            "44: the timeline never offers the exam: one of registration-opens, beta-opens and available has to be there"),
        Arguments.of("to: NEW-02", "to: NEW-03", "47: unknown successor \"NEW-03\""),
        Arguments.of("to: NEW-02", "to: OLD-01", "47: OLD-01 cannot be its own successor"),
        Arguments.of(
            "    successors:\n      - {to: NEW-02, seen: 2026-10-08, confidence: C, sources: [one]}\n",
            "",
            "34: the exam ends, and no \"successors\" say what to sit instead"),
        Arguments.of(
            "    holders: {text: it runs on, seen: 2026-10-08, confidence: C, sources: [one]}\n",
            "",
            "34: the exam ends, and no \"holders\" say what becomes of a badge"),
        Arguments.of(
            "      - {event: available, after: 2026-02-01, by: 2026-02-03, seen: 2026-10-08, confidence: C, sources: [one]}",
            "      - {event: last-day, on: 2026-09-01, seen: 2026-10-08, confidence: C, sources: [one]}",
            "47: successor NEW-02 is retired itself, and no living one follows behind it"),
        Arguments.of(
            "price: {value: 165", "price: {value: 0", "30: expected a number above 0, found 0"),
        Arguments.of(
            "price: {value: 165",
            "price: {cost: 165",
            "30: unknown key \"cost\"; allowed: value, note, others, sources, seen, confidence, recheck"),
        Arguments.of(
            "price: {value: 165",
            "shoe-size: {value: 165",
            "30: unknown fact \"shoe-size\"; allowed: price, minutes, questions, pass-mark, question-types, languages, validity, renewal, prerequisites, domains, scope, retakes, discount, scoring, delivery, beta"),
        Arguments.of(
            "{value: 99, note: old",
            "{value: 165, note: old",
            "31: the other side says the same as the value"),
        Arguments.of(
            "weight: 40}",
            "weight: 70}",
            "32: the weights cannot add up to 100: they come to 110 to 130"),
        Arguments.of(
            "weight: 40}",
            "weight: much}",
            "32: expected a weight such as 20 or 20-25, found \"much\""));
  }

  @Test
  void allMistakesAreNamedAtOnce() {
    Problems problems = new Problems();

    read(
        SOUND.replace("vendor: v\n", "vendor: w\n").replace("weight: 40}", "weight: 10}"),
        problems);

    assertThat(problems.all()).hasSize(3);
  }

  @Test
  void anEmptyFileIsAMistakeAndNoCrash() {
    Problems problems = new Problems();

    read("", problems);

    assertThat(problems.all())
        .extracting(Problem::message)
        .containsExactly(
            "\"checked\" is missing",
            "\"credentials\" is missing",
            "\"language\" is missing",
            "\"sources\" is missing",
            "\"vendors\" is missing");
  }

  private static Catalogue read(String text, Problems problems) {
    return CatalogueReader.read(
        YamlNode.parse("catalogue.yaml", 1, text, problems), Optional.of(TODAY));
  }
}
