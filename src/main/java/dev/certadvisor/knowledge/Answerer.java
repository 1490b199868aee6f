package dev.certadvisor.knowledge;

import dev.certadvisor.knowledge.Answer.Quoted;
import dev.certadvisor.knowledge.Ranking.Hit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers questions with the guide's own words, or says that it does not hold the answer. */
public final class Answerer {

  /** From here on a passage is given as the answer; see ADR 0022. */
  private static final double SURE = 0.75;

  /** From here on a passage is given as the closest there is. */
  private static final double CLOSE = 0.55;

  private static final int HITS = 10;
  private static final int HITS_OF_A_SIDE = 50;
  private static final int MOST_PASSAGES = 3;
  private static final int MOST_OF_A_SIDE = 2;
  private static final int MOST_NAMED = 3;

  /** A further passage has to come this near to the first one's score. */
  private static final double COMPANION = 0.5;

  /** A passage about one side has to come this near to the best one about any. */
  private static final double OF_A_SIDE = 0.5;

  /** Less probable than this nothing comes near enough to be named. */
  private static final double FAR = 0.02;

  private final Guide guide;
  private final PassageIndex index;

  /**
   * @param guide what may be quoted
   * @param index over the same guide
   */
  public Answerer(Guide guide, PassageIndex index) {
    this.guide = guide;
    this.index = index;
  }

  /** What the guide says to a question. */
  public Answer answer(Query query) {
    return answer(query, onTheSubject(index.search(query, HITS), query.subjects()));
  }

  /**
   * Without passages about other subjects alone, where the best one is about a subject that was
   * asked about: what the other side is like is no further answer.
   */
  private static Ranking onTheSubject(Ranking ranking, List<SubjectId> subjects) {
    boolean toThePoint =
        !subjects.isEmpty()
            && !ranking.hits().isEmpty()
            && isAbout(ranking.hits().getFirst(), subjects);
    return toThePoint
        ? new Ranking(
            ranking.hits().stream().filter(hit -> isAbout(hit, subjects)).toList(),
            ranking.corrections())
        : ranking;
  }

  private static boolean isAbout(Hit hit, List<SubjectId> subjects) {
    List<SubjectId> about = hit.passage().subjects();
    return about.isEmpty() || about.stream().anyMatch(subjects::contains);
  }

  /** What the guide says to a question, going by the index's ranking of its passages for it. */
  public Answer answer(Query query, Ranking ranking) {
    double confidence = ranking.confidence();
    if (ranking.hits().isEmpty() || confidence < CLOSE) {
      return new Answer.NotCovered(nearest(ranking), confidence, ranking.corrections());
    }
    List<Quoted> quoted = quoted(query, ranking.hits(), MOST_PASSAGES);
    return confidence < SURE
        ? new Answer.Nearest(quoted, confidence, ranking.corrections())
        : new Answer.Found(quoted, confidence, ranking.corrections());
  }

  /**
   * What the guide says of each side on one matter.
   *
   * @param query the matter, its words with or without the names of the sides
   * @param sides at least two different subjects
   * @return a side for each of them, in that order
   */
  public Comparison compare(Query query, List<SubjectId> sides) {
    Ranking all = index.search(query, HITS_OF_A_SIDE);
    List<Comparison.Side> shown = new ArrayList<>();
    for (SubjectId side : sides) {
      Query own = new Query(query.text(), List.of(side), query.topics(), query.outside());
      Ranking ranking = onlyAbout(index.search(own, HITS_OF_A_SIDE), List.of(side));
      List<Hit> hits = ranking.confidence() < CLOSE ? List.of() : near(ranking.hits(), all);
      shown.add(new Comparison.Side(side, quoted(query, hits, MOST_OF_A_SIDE)));
    }
    Ranking common = onlyAbout(all, sides);
    List<Quoted> both = common.confidence() < CLOSE ? List.of() : quoted(query, common.hits(), 1);
    double bestOfASide = best(all, sides);
    boolean bothFirst = !common.hits().isEmpty() && common.hits().getFirst().score() >= bestOfASide;
    return new Comparison(shown, both, bothFirst, all.confidence(), all.corrections());
  }

  /** Those that come near the best of all: a side has something to say only to the matter. */
  private static List<Hit> near(List<Hit> hits, Ranking all) {
    double best = all.hits().isEmpty() ? 0 : all.hits().getFirst().score();
    Set<PassageId> near =
        all.hits().stream()
            .filter(hit -> hit.score() >= OF_A_SIDE * best)
            .map(hit -> hit.passage().id())
            .collect(Collectors.toSet());
    return hits.stream().filter(hit -> near.contains(hit.passage().id())).toList();
  }

  /** The best score of a passage about one of the sides alone. */
  private static double best(Ranking all, List<SubjectId> sides) {
    return all.hits().stream()
        .filter(
            hit -> sides.stream().anyMatch(side -> hit.passage().subjects().equals(List.of(side))))
        .mapToDouble(Hit::score)
        .findFirst()
        .orElse(0);
  }

  /** The hits that speak of just these subjects. */
  private static Ranking onlyAbout(Ranking ranking, List<SubjectId> subjects) {
    List<Hit> hits =
        ranking.hits().stream()
            .filter(hit -> Set.copyOf(hit.passage().subjects()).equals(Set.copyOf(subjects)))
            .toList();
    return new Ranking(hits, ranking.corrections());
  }

  /**
   * The first hit and what comes near it without saying the same. Where there is a choice, passages
   * of other sections come before more of a section that is quoted already: they are the other way
   * in which the question may have been meant.
   */
  private List<Quoted> quoted(Query query, List<Hit> hits, int most) {
    List<Hit> chosen = new ArrayList<>();
    Set<SectionId> sections = new HashSet<>();
    for (boolean again : new boolean[] {false, true}) {
      for (Hit hit : hits) {
        boolean near = chosen.isEmpty() || hit.score() >= COMPANION * chosen.getFirst().score();
        boolean fits = again || !sections.contains(hit.passage().id().section());
        // likeness last: it reads both texts
        if (chosen.size() < most
            && near
            && fits
            && chosen.stream().noneMatch(other -> Likeness.saysTheSame(other, hit))) {
          chosen.add(hit);
          sections.add(hit.passage().id().section());
        }
      }
    }
    return chosen.stream().map(hit -> quote(query, hit)).toList();
  }

  private Quoted quote(Query query, Hit hit) {
    Passage passage = hit.passage();
    SectionId section = passage.id().section();
    String title = guide.section(section).map(Section::title).orElse(passage.title());
    String best = index.keySentences(query, hit).best();
    Optional<String> key =
        best.length() < passage.text().length() ? Optional.of(best) : Optional.empty();
    return new Quoted(passage, new Citation(section, title, passage.text()), key, hit.confidence());
  }

  private List<Section> nearest(Ranking ranking) {
    if (ranking.confidence() < FAR) {
      return List.of();
    }
    Set<SectionId> ids = new LinkedHashSet<>();
    ranking.hits().forEach(hit -> ids.add(hit.passage().id().section()));
    return ids.stream().flatMap(id -> guide.section(id).stream()).limit(MOST_NAMED).toList();
  }
}
