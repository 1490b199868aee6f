package dev.certadvisor.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.knowledge.Ranking.Hit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PairingTest {

  private static final SubjectId CAT = new SubjectId("cat");
  private static final SubjectId DOG = new SubjectId("dog");

  @Test
  void passagesOfOneSectionComeFirstThoughEachSideHasALittleBetterOne() {
    Hit catFood = hit("food", "cat", 10, "eating");
    Hit catCare = hit("care", "cat", 9.9, "washing");
    Hit dogCare = hit("care", "dog", 10, "walking");

    assertThat(paired(List.of(catFood, catCare), List.of(dogCare)))
        .containsExactly(
            Map.entry(CAT, List.of(catCare, catFood)), Map.entry(DOG, List.of(dogCare)));
  }

  @Test
  void aTopicThatBothShareDecidesWhereNoSectionDoes() {
    Hit catFood = hit("food", "cat", 10, "eating");
    Hit catVet = hit("vet", "cat", 9.8, "money");
    Hit dogShop = hit("shop", "dog", 10, "money");

    assertThat(paired(List.of(catFood, catVet), List.of(dogShop)).get(CAT))
        .containsExactly(catVet, catFood);
  }

  @Test
  void aMuchBetterPassageIsNotGivenUpForAPair() {
    Hit catFood = hit("food", "cat", 10, "eating");
    Hit catCare = hit("care", "cat", 5, "washing");
    Hit dogCare = hit("care", "dog", 10, "washing");

    assertThat(paired(List.of(catFood, catCare), List.of(dogCare)).get(CAT))
        .containsExactly(catFood, catCare);
  }

  @Test
  void aSideOfWhichNothingIsSaidStaysEmptyAndLeavesTheOtherAsItWas() {
    Hit catFood = hit("food", "cat", 10, "eating");
    Hit catCare = hit("care", "cat", 9, "washing");

    assertThat(paired(List.of(catFood, catCare), List.of()))
        .containsExactly(Map.entry(CAT, List.of(catFood, catCare)), Map.entry(DOG, List.of()));
  }

  private static Map<SubjectId, List<Hit>> paired(List<Hit> ofCat, List<Hit> ofDog) {
    Map<SubjectId, List<Hit>> bySide = new LinkedHashMap<>();
    bySide.put(CAT, ofCat);
    bySide.put(DOG, ofDog);
    return Pairing.onOneMatter(bySide);
  }

  private static Hit hit(String section, String subject, double score, String topic) {
    String text = subject + " in " + section;
    Passage passage =
        new Passage(
            new PassageId(new SectionId(section), subject),
            text,
            text,
            List.of(new SubjectId(subject)),
            List.of(topic),
            List.of(),
            Optional.empty(),
            List.of());
    return new Hit(0, passage, score, 0.9);
  }
}
