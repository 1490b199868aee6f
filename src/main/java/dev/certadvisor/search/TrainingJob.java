package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A model to train, in a form that another process can take.
 *
 * @param kind which one: {@code intents} or {@code sections}
 * @param source names the examples, and is kept with the model
 * @param examples to learn from
 */
public record TrainingJob(String kind, String source, List<Example> examples) {

  private static final List<Lesson<?>> LESSONS = List.of(LinearTraining.LESSON, AskedModel.LESSON);

  /**
   * A job.
   *
   * @throws IllegalArgumentException if there is no such kind
   */
  public TrainingJob {
    if (lesson(kind).isEmpty()) {
      throw new IllegalArgumentException(
          "no model \"%s\"; there are %s"
              .formatted(kind, LESSONS.stream().map(Lesson::kind).toList()));
    }
    examples = List.copyOf(examples);
  }

  private static Optional<Lesson<?>> lesson(String kind) {
    return LESSONS.stream().filter(lesson -> lesson.kind().equals(kind)).findFirst();
  }

  /** Writes the job for {@link #read}. */
  public void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(to));
    out.writeUTF(kind);
    out.writeUTF(source);
    out.writeInt(examples.size());
    for (Example example : examples) {
      out.writeUTF(example.text());
      out.writeUTF(example.label());
    }
    out.flush();
  }

  /** Reads what {@link #write} has written. */
  public static TrainingJob read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(new BufferedInputStream(from));
    String kind = in.readUTF();
    String source = in.readUTF();
    List<Example> examples = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      examples.add(new Example(in.readUTF(), in.readUTF()));
    }
    return new TrainingJob(kind, source, examples);
  }

  /** Trains, and writes the model as it is kept in files. */
  public void run(OutputStream out) throws IOException {
    run(lesson(kind).orElseThrow(), out);
  }

  private <T> void run(Lesson<T> lesson, OutputStream out) throws IOException {
    ModelFile.write(lesson.learn(examples), lesson, source, out);
  }
}
