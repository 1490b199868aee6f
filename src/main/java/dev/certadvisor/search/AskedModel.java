package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.SectionId;
import dev.certadvisor.search.Evidence.Learnt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which section a question is for, learnt from the example questions of the passages, and how
 * likely it is for none, learnt from messages that are out of scope. Words that searching leaves
 * out ("who should …") count here.
 */
final class AskedModel {

  /** A guide without example questions: no section is likelier than another. */
  static final AskedModel NONE = new AskedModel(null, Concepts.NONE);

  private static final Calibration SHARP = new Calibration(0.1, 0);

  /** A section less likely than this is as good as ruled out. */
  private static final double RARE = 0.01;

  /** Training time for more than these would be felt; such a collection has no single author. */
  private static final int MOST_QUESTIONS = 20_000;

  static final Lesson<LinearScores> LESSON =
      new Lesson<>(
          "sections",
          examples -> TrainedScores.machine(examples).scores(),
          LinearScores::write,
          LinearScores::read);

  private final @Nullable LinearScores model;

  private final Concepts concepts;

  private AskedModel(@Nullable LinearScores model, Concepts concepts) {
    this.model = model;
    this.concepts = concepts;
  }

  /**
   * Learns.
   *
   * @param passages with their example questions
   * @param outOfScope messages that no passage answers; may be empty
   * @param concepts what words mean in common
   * @param shelf keeps what was learnt for the next time
   */
  static AskedModel of(
      List<Passage> passages, List<String> outOfScope, Concepts concepts, ModelShelf shelf) {
    long sections =
        passages.stream()
            .filter(passage -> !passage.asked().isEmpty())
            .map(passage -> passage.id().section())
            .distinct()
            .count();
    long questions = passages.stream().mapToLong(passage -> passage.asked().size()).sum();
    if (sections < 2 || questions > MOST_QUESTIONS) {
      return NONE;
    }
    return new AskedModel(
        shelf.get(LESSON, () -> examples(passages, outOfScope, concepts)), concepts);
  }

  private static List<Example> examples(
      List<Passage> passages, List<String> outOfScope, Concepts concepts) {
    List<Example> examples = new ArrayList<>();
    for (Passage passage : passages) {
      String section = passage.id().section().value();
      passage
          .asked()
          .forEach(question -> examples.add(new Example(concepts.marked(question), section)));
      if (!passage.asked().isEmpty()) {
        examples.add(new Example(concepts.marked(passage.title()), section));
      }
    }
    outOfScope.forEach(
        text -> examples.add(new Example(concepts.marked(text), UtteranceClassifier.OUT_OF_SCOPE)));
    return examples;
  }

  /** The probability of each section for a question. */
  Guess guess(String question) {
    Map<SectionId, Double> bySection = new HashMap<>();
    if (model == null) {
      return new Guess(bySection, 0);
    }
    double none = 0;
    double[] probabilities = SHARP.probabilities(model.scores(concepts.marked(question)));
    for (int i = 0; i < probabilities.length; i++) {
      String label = model.labels().get(i);
      if (label.equals(UtteranceClassifier.OUT_OF_SCOPE)) {
        none = probabilities[i];
      } else {
        bySection.put(new SectionId(label), probabilities[i]);
      }
    }
    return new Guess(bySection, none);
  }

  /**
   * What a question is likely to be for.
   *
   * @param bySection 0 to 1 for each section; empty where nothing was learnt
   * @param none 0 to 1: for no section at all
   */
  record Guess(Map<SectionId, Double> bySection, double none) {

    /**
     * How much likelier than by chance the question is for the passage's section, as a logarithm: 0
     * where it is not, {@code ln(1 + 1 / RARE)} = 4.6 where it is certain. Added to what words say
     * it makes a product of both opinions.
     */
    double support(Passage passage) {
      return Math.log1p(bySection.getOrDefault(passage.id().section(), 0.0) / RARE);
    }

    /** What it tells of the whole question; empty where nothing was learnt. */
    Optional<Learnt> learnt() {
      return bySection.isEmpty() ? Optional.empty() : Optional.of(new Learnt(none));
    }
  }
}
