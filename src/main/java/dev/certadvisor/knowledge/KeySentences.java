package dev.certadvisor.knowledge;

import java.util.List;

/**
 * The sentences of a passage that answer a question.
 *
 * @param sentences at most two in the order of the text; exact slices of it
 * @param best the best one of them; the whole text where it has no sentence
 */
public record KeySentences(List<String> sentences, String best) {

  /** Copies the list. */
  public KeySentences {
    sentences = List.copyOf(sentences);
  }
}
