package dev.certadvisor.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.intent.Vocabulary.Named;
import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.Ranking;
import dev.certadvisor.knowledge.Ranking.Correction;
import dev.certadvisor.knowledge.Section;
import dev.certadvisor.knowledge.SectionId;
import dev.certadvisor.knowledge.SubjectId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RankedPassageIndexTest {

  private static final SubjectId TRAM = new SubjectId("tram");
  private static final SubjectId BUS = new SubjectId("bus");

  private final Guide guide =
      new Guide(
          List.of(
              section(
                  "fares",
                  passage(
                      "fares",
                      "tram-fare",
                      "A tram ride costs four francs",
                      "A single ticket for the tram costs four francs. Children ride for half of it.",
                      List.of(TRAM),
                      "how much do i pay on the tram"),
                  passage(
                      "fares",
                      "bus-fare",
                      "A bus ride costs three francs",
                      "A single ticket for the bus costs three francs. Dogs need a ticket too.",
                      List.of(BUS),
                      "what does the bus cost")),
              section(
                  "hours",
                  passage(
                      "hours",
                      "night",
                      "Nothing runs between one and five",
                      "The last departure is at one in the morning. Service begins again at five.",
                      List.of(TRAM, BUS),
                      "when does the last one leave"))));
  private final RankedPassageIndex index = RankedPassageIndex.of(guide);

  @Test
  void thePassageThatAnswersComesFirstWithItsSentence() {
    Query query = Query.of("do dogs need a ticket on the bus?");
    Ranking ranking = index.search(query, 10);

    assertThat(ranking.hits().getFirst().passage().id().name()).isEqualTo("bus-fare");
    assertThat(index.keySentences(query, ranking.hits().getFirst()).best())
        .isEqualTo("Dogs need a ticket too.");
  }

  @Test
  void keySentencesAreSlicesOfTheText() {
    Query query = Query.of("ticket francs departure");

    assertThat(index.search(query, 10).hits())
        .isNotEmpty()
        .allSatisfy(hit ->
            assertThat(index.keySentences(query, hit).sentences())
                .isNotEmpty()
                .allMatch(hit.passage().text()::contains));
  }

  @Test
  void theSecondSentenceSaysWhatTheFirstLeavesOpen() {
    RankedPassageIndex rides =
        RankedPassageIndex.of(
            new Guide(
                List.of(
                    section(
                        "rides",
                        passage(
                            "rides",
                            "tram",
                            "Rides",
                            "A tram ride costs four francs. A tram ride costs five on Sundays. "
                                + "Service is hourly then. Dogs pay half.",
                            List.of())))));

    assertThat(sentences(rides, "what does a tram ride cost for dogs"))
        .containsExactly("A tram ride costs four francs.", "Dogs pay half.");
    assertThat(sentences(rides, "francs"))
        .containsExactly("A tram ride costs four francs.", "A tram ride costs five on Sundays.");
  }

  private static List<String> sentences(RankedPassageIndex index, String question) {
    Query query = Query.of(question);
    return index.keySentences(query, index.search(query, 1).hits().getFirst()).sentences();
  }

  @Test
  void aMisspeltWordIsReadAsAWordOfTheGuide() {
    Ranking ranking = index.search(Query.of("last depature"), 10);

    assertThat(ranking.corrections()).containsExactly(new Correction("depature", "departure"));
    assertThat(ranking.hits().getFirst().passage().id().name()).isEqualTo("night");
  }

  @Test
  void aMisspeltPossessiveIsReadAsTheWordThatOwns() {
    Ranking ranking = index.search(Query.of("the depature's hour"), 10);

    assertThat(ranking.corrections()).containsExactly(new Correction("depature", "departure"));
    assertThat(ranking.hits().getFirst().passage().id().name()).isEqualTo("night");
  }

  @Test
  void aMisspeltWordThatOnlyAsksDoesNotCount() {
    Passage dogs =
        passage(
            "rides", "dogs", "Dogs", "A dog does pay. When it is small it rides free.", List.of());
    RankedPassageIndex rides = RankedPassageIndex.of(new Guide(List.of(section("rides", dogs))));

    assertThat(rides.search(Query.of("whem doez a dog ride free?"), 10).corrections()).isEmpty();
    assertThat(rides.search(Query.of("whem"), 10).corrections())
        .containsExactly(new Correction("whem", "when"));
  }

  @Test
  void aSynonymFindsWhatTheGuideCallsElse() {
    RankedPassageIndex knowing =
        RankedPassageIndex.of(
            guide, List.of(new Named("tram", List.of("streetcar"))), List.of(), ModelShelf.NONE);

    assertThat(index.search(Query.of("streetcar"), 10).hits()).isEmpty();
    assertThat(knowing.search(Query.of("streetcar"), 10).hits().getFirst().passage().id().name())
        .isEqualTo("tram-fare");
  }

  @Test
  void aKeptIndexFindsTheSameAsOneThatIsMade(@TempDir Path folder) {
    ModelShelf shelf = ModelShelf.in(List.of(folder), "program").ofPack("edition");
    RankedPassageIndex made = RankedPassageIndex.of(guide, List.of(), List.of(), shelf);
    assertThat(folder.toFile().list((dir, name) -> name.startsWith("index-"))).hasSize(1);

    RankedPassageIndex kept = RankedPassageIndex.of(guide, List.of(), List.of(), shelf);

    for (String question : List.of("last depature", "how much is the tram", "dogs on the bus")) {
      assertThat(kept.search(Query.of(question), 10))
          .isEqualTo(made.search(Query.of(question), 10));
    }
  }

  @Test
  void passagesAboutAnotherSubjectComeBehind() {
    Ranking trams =
        index.search(new Query("price of a single ticket", List.of(TRAM), List.of()), 10);
    Ranking buses =
        index.search(new Query("price of a single ticket", List.of(BUS), List.of()), 10);

    assertThat(trams.hits().getFirst().passage().id().name()).isEqualTo("tram-fare");
    assertThat(buses.hits().getFirst().passage().id().name()).isEqualTo("bus-fare");
  }

  @Test
  void whatTheGuideDoesNotHoldIsUnlikely() {
    double known = index.search(Query.of("what does a single bus ticket cost"), 10).confidence();
    double foreign =
        index.search(Query.of("who discovered the planet neptune in 1846"), 10).confidence();

    assertThat(known).isGreaterThan(0.8);
    assertThat(foreign).isLessThan(0.3);
  }

  @Test
  void wordsOutsideTheGuideMakeAnAnswerLessLikely() {
    Query plain = Query.of("single ticket for the tram");
    Query outside = new Query(plain.text(), List.of(), List.of(), true);

    assertThat(index.search(outside, 10).confidence())
        .isLessThan(index.search(plain, 10).confidence());
  }

  @Test
  void theSameQueryGivesTheSameRanking() {
    Query query = Query.of("ticket departure service francs");

    assertThat(index.search(query, 10)).isEqualTo(index.search(query, 10));
    assertThat(RankedPassageIndex.of(guide).search(query, 10)).isEqualTo(index.search(query, 10));
  }

  @Test
  void equalsKeepTheOrderOfTheGuide() {
    Passage one = passage("a", "one", "Same", "Same words here.", List.of());
    Passage two = passage("b", "two", "Same", "Same words here.", List.of());
    RankedPassageIndex twins =
        RankedPassageIndex.of(new Guide(List.of(section("a", one), section("b", two))));

    assertThat(twins.search(Query.of("same words"), 10).hits())
        .extracting(hit -> hit.passage().id().name())
        .containsExactly("one", "two");
  }

  @Test
  void anEmptyGuideFindsNothing() {
    assertThat(RankedPassageIndex.of(new Guide(List.of())).search(Query.of("tram"), 3).hits())
        .isEmpty();
  }

  private static Section section(String id, Passage... passages) {
    return new Section(new SectionId(id), id, "", List.of(passages));
  }

  private static Passage passage(
      String section,
      String name,
      String title,
      String text,
      List<SubjectId> subjects,
      String... asked) {
    return new Passage(
        new PassageId(new SectionId(section), name),
        title,
        text,
        subjects,
        List.of(),
        List.of(),
        Optional.empty(),
        List.of(asked));
  }
}
