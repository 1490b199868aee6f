package dev.certadvisor.pack;

import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.intent.Vocabulary;
import java.util.List;

/**
 * How people say things.
 *
 * @param examples messages and the intent of each
 * @param vocabulary what people call things, credentials aside: the catalogue knows those
 */
public record Phrases(List<Example> examples, Vocabulary vocabulary) {

  /** Copies the list. */
  public Phrases {
    examples = List.copyOf(examples);
  }

  /** The messages that are out of scope. */
  public List<String> outOfScope() {
    return examples.stream()
        .filter(example -> example.label().equals(UtteranceClassifier.OUT_OF_SCOPE))
        .map(Example::text)
        .toList();
  }
}
