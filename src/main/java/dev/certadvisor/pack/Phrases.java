package dev.certadvisor.pack;

import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.intent.Vocabulary;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How people say things.
 *
 * @param examples messages and the intent of each
 * @param vocabulary what people call things, credentials aside: the catalogue knows those
 */
public record Phrases(List<Example> examples, Vocabulary vocabulary) {

  private static final Set<String> NOT_FOR_A_GUIDE =
      Stream.of(
              Intent.OOS,
              Intent.GREET,
              Intent.THANKS,
              Intent.FAREWELL,
              Intent.HELP,
              Intent.IDENTITY)
          .map(Intent::label)
          .collect(Collectors.toUnmodifiableSet());

  /** Copies the list. */
  public Phrases {
    examples = List.copyOf(examples);
  }

  /** The messages that no guide answers: what is out of scope, and mere talk. */
  public List<String> notForAGuide() {
    return examples.stream()
        .filter(example -> NOT_FOR_A_GUIDE.contains(example.label()))
        .map(Example::text)
        .toList();
  }
}
