package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.search.ModelFile.Form;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps in files what is made of a pack, since making it takes longer than all else that a start
 * does: its index, and what is learnt from it. It is found by the pack's edition; where that has
 * changed, models are found by the very examples that they were trained on, so that only what a
 * change concerns is learnt anew. A file that is damaged or cannot be written is as good as none.
 */
public final class ModelShelf {

  /** Keeps nothing: all is made. */
  public static final ModelShelf NONE =
      new ModelShelf(new ModelFolders(List.of()), "", Optional.empty(), Optional.empty());

  private final ModelFolders folders;
  private final String program;
  private final Optional<String> pack;
  private final Optional<Trainer> trainer;

  private ModelShelf(
      ModelFolders folders, String program, Optional<String> pack, Optional<Trainer> trainer) {
    this.folders = folders;
    this.program = program;
    this.pack = pack;
    this.trainer = trainer;
  }

  /**
   * A shelf.
   *
   * @param folders where things are looked for; new ones go to the first that can be written, which
   *     is made where it is missing. Where none can, nothing is kept
   * @param program tells programs apart that would make other things of the same pack
   */
  public static ModelShelf in(List<Path> folders, String program) {
    return new ModelShelf(new ModelFolders(folders), program, Optional.empty(), Optional.empty());
  }

  /** The same shelf, filled by a trainer where it can. */
  public ModelShelf filledBy(Trainer other) {
    return new ModelShelf(folders, program, pack, Optional.of(other));
  }

  /**
   * What is kept there of a pack.
   *
   * @param edition the same only for packs that are
   */
  public ModelShelf ofPack(String edition) {
    return new ModelShelf(folders, program, Optional.of(edition), trainer);
  }

  /**
   * What is kept of the pack or, where that is not, a new one, kept from now on. What was not used
   * for longest makes room for it.
   *
   * @param kind what it is; a file name's beginning
   */
  <T> T get(String kind, Form<T> form, Supplier<T> making) {
    if (pack.isEmpty()) {
      return making.get();
    }
    String name = name(kind, pack.get());
    return folders
        .read(name, form)
        .orElseGet(() -> {
          T made = making.get();
          folders.keep(made, kind, form, pack.get(), name);
          return made;
        });
  }

  /**
   * The model of these examples: the one kept or, where none is, a new one, kept from now on.
   *
   * @param examples all that the training learns from; asked for only where none is kept of the
   *     pack
   */
  <T> T get(Lesson<T> lesson, Supplier<List<Example>> examples) {
    return pack.flatMap(edition -> folders.read(name(lesson.kind(), edition), lesson))
        .orElseGet(() -> byExamples(lesson, examples.get()));
  }

  private <T> T byExamples(Lesson<T> lesson, List<Example> examples) {
    String source = source(lesson.kind(), examples);
    String name = name(lesson.kind(), pack.orElse(source));
    return folders
        .readMadeOf(source, lesson, name)
        .or(() -> trained(new TrainingJob(lesson.kind(), source, examples), lesson, name))
        .orElseGet(() -> {
          T model = lesson.learn(examples);
          folders.keep(model, lesson.kind(), lesson, source, name);
          return model;
        });
  }

  private <T> Optional<T> trained(TrainingJob job, Lesson<T> lesson, String name) {
    if (trainer.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Path> place = folders.unfinished(job.kind());
      Path file = place.isPresent() ? place.get() : Files.createTempFile(job.kind(), ".new");
      try {
        trainer.get().train(job, file);
        T model =
            ModelFile.read(file, lesson)
                .orElseThrow(() ->
                    new IllegalStateException("training " + job.kind() + " brought no model"));
        if (place.isPresent()) {
          ModelFolders.shelve(file, job.kind(), name);
        }
        return Optional.of(model);
      } finally {
        ModelFolders.delete(file);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String name(String kind, String of) {
    MessageDigest digest = sha256();
    update(digest, program);
    update(digest, of);
    return kind + "-" + hex(digest) + ".model";
  }

  private String source(String kind, List<Example> examples) {
    MessageDigest digest = sha256();
    update(digest, program);
    update(digest, kind);
    for (Example example : examples) {
      update(digest, example.label());
      update(digest, example.text());
    }
    return hex(digest);
  }

  private static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
