package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.SectionId;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which section a question is for, learnt from the example questions of the passages, and how
 * likely it is for none, learnt from messages that are out of scope. Words that searching leaves
 * out ("who should …") count here.
 */
final class AskedModel {

  /** A guide without example questions: no section is likelier than another. */
  static final AskedModel NONE = new AskedModel(null);

  private static final Calibration SHARP = new Calibration(0.1, 0);

  /** Training time for more than these would be felt; such a collection has no single author. */
  private static final int MOST_EXAMPLES = 20_000;

  private static final ModelShelf.Form<LinearScores> FORM =
      new ModelShelf.Form<>() {
        @Override
        public void write(LinearScores model, DataOutputStream out) throws IOException {
          model.write(out);
        }

        @Override
        public LinearScores read(DataInputStream in) throws IOException {
          return LinearScores.read(in);
        }
      };

  private final @Nullable LinearScores model;

  private AskedModel(@Nullable LinearScores model) {
    this.model = model;
  }

  /**
   * Learns.
   *
   * @param passages with their example questions
   * @param outOfScope messages that no passage answers; may be empty
   * @param shelf keeps what was learnt for the next time
   */
  static AskedModel of(List<Passage> passages, List<String> outOfScope, ModelShelf shelf) {
    List<Example> examples = new ArrayList<>();
    for (Passage passage : passages) {
      String section = passage.id().section().value();
      passage.asked().forEach(question -> examples.add(new Example(question, section)));
      if (!passage.asked().isEmpty()) {
        examples.add(new Example(passage.title(), section));
      }
    }
    boolean several = examples.stream().map(Example::label).distinct().count() > 1;
    if (!several || examples.size() > MOST_EXAMPLES) {
      return NONE;
    }
    outOfScope.forEach(text -> examples.add(new Example(text, UtteranceClassifier.OUT_OF_SCOPE)));
    return new AskedModel(
        shelf.get("sections", examples, FORM, () -> LinearScores.train(examples)));
  }

  /** The probability of each section for a question. */
  Guess guess(String question) {
    Map<SectionId, Double> bySection = new HashMap<>();
    if (model == null) {
      return new Guess(bySection, 0);
    }
    double none = 0;
    double[] probabilities = SHARP.probabilities(model.scores(question));
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

    double of(Passage passage) {
      return bySection.getOrDefault(passage.id().section(), 0.0);
    }
  }
}
