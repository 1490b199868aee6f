package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.util.List;

/**
 * What can be learnt from examples, and kept.
 *
 * @param <T> the model that comes of it
 */
interface Lesson<T> extends ModelFile.Form<T> {

  /** Its name, which files of such models begin with. */
  String kind();

  /** Learns; the same examples always make the same model. */
  T learn(List<Example> examples);
}
