package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/**
 * What can be learnt from examples, and kept.
 *
 * @param <T> the model that comes of it
 * @param kind its name, which files of such models begin with
 * @param learning the same examples always make the same model
 * @param writing writes a model
 * @param reading reads what was written
 */
record Lesson<T>(
    String kind, Function<List<Example>, T> learning, Writing<T> writing, Reading<T> reading)
    implements ModelFile.Form<T> {

  T learn(List<Example> examples) {
    return learning.apply(examples);
  }

  @Override
  public void write(T model, DataOutputStream out) throws IOException {
    writing.write(model, out);
  }

  @Override
  public T read(DataInputStream in) throws IOException {
    return reading.read(in);
  }

  /** How a model is written. */
  @FunctionalInterface
  interface Writing<T> {

    /** Writes it. */
    void write(T model, DataOutputStream out) throws IOException;
  }

  /** How a model is read. */
  @FunctionalInterface
  interface Reading<T> {

    /** Reads it. */
    T read(DataInputStream in) throws IOException;
  }
}
