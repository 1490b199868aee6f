package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * What can be learnt from examples, and written down.
 *
 * @param <T> the model that comes of it
 */
interface Lesson<T> {

  /** Its name, which files of such models begin with. */
  String kind();

  /** Learns; the same examples always make the same model. */
  T learn(List<Example> examples);

  /** Writes a model. */
  void write(T model, DataOutputStream out) throws IOException;

  /** Reads what {@link #write} has written. */
  T read(DataInputStream in) throws IOException;
}
