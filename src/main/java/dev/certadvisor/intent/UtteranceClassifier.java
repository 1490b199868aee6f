package dev.certadvisor.intent;

import java.util.List;

/** Tells which label an utterance has. Trained before; may be asked by many threads at once. */
public interface UtteranceClassifier {

  /**
   * Labels an utterance.
   *
   * @param utterance any text; only its beginning is read where it is very long
   */
  Classification classify(String utterance);

  /**
   * The labels that fit an utterance.
   *
   * @param ranked every label but {@link #OUT_OF_SCOPE}, most probable first; equals in the order
   *     of their names
   * @param accepted whether it is to be taken as in scope, by the threshold found in training
   */
  record Classification(List<Scored> ranked, boolean accepted) {

    /** Copies the list. */
    public Classification {
      ranked = List.copyOf(ranked);
    }

    /** The label to act on: the first one, or {@code oos} where the utterance is out of scope. */
    public String label() {
      return accepted && !ranked.isEmpty() ? ranked.getFirst().label() : OUT_OF_SCOPE;
    }
  }

  /** The label of utterances that have none of the others. */
  String OUT_OF_SCOPE = "oos";

  /**
   * A label and how sure it is.
   *
   * @param label the label
   * @param probability 0 to 1, calibrated; all labels of one utterance and {@link #OUT_OF_SCOPE}
   *     together sum to 1
   */
  record Scored(String label, double probability) {}

  /**
   * A labelled utterance to learn from.
   *
   * @param text the words
   * @param label its label, or {@code oos}
   */
  record Example(String text, String label) {}
}
