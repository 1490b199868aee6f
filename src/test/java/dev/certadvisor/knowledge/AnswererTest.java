package dev.certadvisor.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.knowledge.Answer.Quoted;
import dev.certadvisor.knowledge.Ranking.Hit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswererTest {

  private static final SubjectId CAT = new SubjectId("cat");
  private static final SubjectId DOG = new SubjectId("dog");
  private static final Passage SLEEP =
      passage("care", "sleep", "Cats sleep most of the day. They wake at night.", CAT);
  private static final Passage SLEEP_AGAIN =
      passage("care", "again", "Most of the day cats sleep. At night they wake.", CAT);
  private static final Passage WALKS =
      passage("care", "walks", "Dogs want three walks daily.", DOG);
  private static final Passage FOOD =
      passage("food", "meat", "Both animals like fresh meat, cooked or raw.", CAT, DOG);
  private static final Guide GUIDE =
      new Guide(List.of(section("care", SLEEP, SLEEP_AGAIN, WALKS), section("food", FOOD)));

  @Test
  void aSureHitIsQuotedExactlyWithItsSectionAndTheSentenceThatMatters() {
    Answer answer = answer("They wake at night.", hit(SLEEP, 3, 0.9));

    Quoted quoted = ((Answer.Found) answer).passages().getFirst();
    assertThat(quoted.citation())
        .isEqualTo(new Citation(new SectionId("care"), "On care", SLEEP.text()));
    assertThat(quoted.key()).contains("They wake at night.");
  }

  @Test
  void aPassageOfOneSentenceHasNoKeySentence() {
    Answer answer = answer(WALKS.text(), hit(WALKS, 3, 0.9));

    assertThat(((Answer.Found) answer).passages().getFirst().key()).isEmpty();
  }

  @Test
  void aLessSureHitIsOfferedAsTheClosest() {
    assertThat(answer(hit(SLEEP, 3, 0.6))).isInstanceOf(Answer.Nearest.class);
  }

  @Test
  void anUnlikelyHitIsNotQuotedButItsSectionNamed() {
    Answer answer = answer(hit(SLEEP, 3, 0.2), hit(WALKS, 2, 0.1), hit(FOOD, 2, 0.1));

    assertThat(((Answer.NotCovered) answer).nearest())
        .extracting(Section::id)
        .containsExactly(new SectionId("care"), new SectionId("food"));
  }

  @Test
  void noTwoPassagesThatSayTheSameAreQuoted() {
    Answer answer = answer(hit(SLEEP, 3, 0.9), hit(SLEEP_AGAIN, 2.9, 0.9), hit(FOOD, 2.8, 0.8));

    assertThat(((Answer.Found) answer).passages())
        .extracting(Quoted::passage)
        .containsExactly(SLEEP, FOOD);
  }

  @Test
  void anotherSectionComesBeforeMoreOfTheSame() {
    Answer answer = answer(hit(SLEEP, 3, 0.9), hit(WALKS, 2.9, 0.9), hit(FOOD, 2.8, 0.8));

    assertThat(((Answer.Found) answer).passages())
        .extracting(Quoted::passage)
        .containsExactly(SLEEP, FOOD, WALKS);
  }

  @Test
  void aPassageFarBehindTheFirstIsNotQuoted() {
    Answer answer = answer(hit(SLEEP, 3, 0.9), hit(FOOD, 1, 0.9));

    assertThat(((Answer.Found) answer).passages()).hasSize(1);
  }

  @Test
  void inAComparisonNoSideAnswersForTheOther() {
    Found index = new Found(List.of(hit(SLEEP, 3, 0.9), hit(FOOD, 2, 0.8)), "");

    Comparison comparison =
        new Answerer(GUIDE, index).compare(Query.of("sleep"), List.of(CAT, DOG));

    assertThat(comparison.sides().get(0).quotes()).extracting(Quoted::passage).contains(SLEEP);
    assertThat(comparison.sides().get(1).quotes()).isEmpty();
    assertThat(comparison.both()).extracting(Quoted::passage).containsExactly(FOOD);
    assertThat(comparison.isEmpty()).isFalse();
  }

  private static Answer answer(Hit... hits) {
    return answer("", hits);
  }

  private static Answer answer(String key, Hit... hits) {
    return new Answerer(GUIDE, new Found(List.of(hits), key)).answer(Query.of("?"));
  }

  private static Hit hit(Passage passage, double score, double confidence) {
    return new Hit(0, passage, score, confidence);
  }

  private static Section section(String id, Passage... passages) {
    return new Section(new SectionId(id), "On " + id, "", List.of(passages));
  }

  private static Passage passage(String section, String name, String text, SubjectId... subjects) {
    return new Passage(
        new PassageId(new SectionId(section), name),
        name,
        text,
        List.of(subjects),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /** An index that finds the same whatever is asked. */
  private record Found(List<Hit> hits, String key) implements PassageIndex {

    @Override
    public Ranking search(Query query, int limit) {
      return new Ranking(hits, List.of());
    }

    @Override
    public KeySentences keySentences(Query query, Hit hit) {
      return new KeySentences(List.of(key), key);
    }
  }
}
