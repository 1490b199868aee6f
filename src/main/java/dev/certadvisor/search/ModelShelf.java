package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.search.ModelFile.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
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
      new ModelShelf(List.of(), "", Optional.empty(), Optional.empty());

  /** Of a kind, so that trying another pack and taking it back costs one training. */
  private static final int MOST_KEPT = 4;

  private static final Duration LONGEST_TRAINING = Duration.ofHours(1);

  private final List<Path> folders;
  private final String program;
  private final Optional<String> pack;
  private final Optional<Trainer> trainer;

  private ModelShelf(
      List<Path> folders, String program, Optional<String> pack, Optional<Trainer> trainer) {
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
    return new ModelShelf(List.copyOf(folders), program, Optional.empty(), Optional.empty());
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
    return kept(name, form)
        .orElseGet(() -> {
          T made = making.get();
          keep(made, kind, form, pack.get(), name);
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
    return pack.flatMap(edition -> kept(name(lesson.kind(), edition), lesson))
        .orElseGet(() -> byExamples(lesson, examples.get()));
  }

  private <T> T byExamples(Lesson<T> lesson, List<Example> examples) {
    String source = source(lesson.kind(), examples);
    String name = name(lesson.kind(), pack.orElse(source));
    return keptOf(source, lesson, name)
        .or(() -> trained(new TrainingJob(lesson.kind(), source, examples), lesson, name))
        .orElseGet(() -> {
          T model = lesson.learn(examples);
          keep(model, lesson.kind(), lesson, source, name);
          return model;
        });
  }

  private <T> Optional<T> kept(String name, Form<T> form) {
    for (Path folder : folders) {
      Path file = folder.resolve(name);
      Optional<T> model = ModelFile.read(file, form);
      if (model.isPresent()) {
        markUsed(file);
        return model;
      }
    }
    return Optional.empty();
  }

  private static void markUsed(Path file) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (IOException e) {
      // Only who may write here removes anything either.
    }
  }

  /** The model of another pack that has the same examples, which now is this pack's. */
  private <T> Optional<T> keptOf(String source, Lesson<T> lesson, String name) {
    for (Path folder : folders) {
      for (Path file : files(folder, lesson.kind() + "-*.model")) {
        if (ModelFile.source(file).equals(Optional.of(source))) {
          Optional<T> model = ModelFile.read(file, lesson);
          if (model.isPresent()) {
            rename(file, name);
            return model;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static void rename(Path file, String name) {
    try {
      Path renamed = file.resolveSibling(name);
      Files.move(file, renamed, StandardCopyOption.ATOMIC_MOVE);
      markUsed(renamed);
    } catch (IOException e) {
      // It is found by its examples the next time, too.
    }
  }

  private <T> Optional<T> trained(TrainingJob job, Lesson<T> lesson, String name) {
    if (trainer.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Path> place = unfinished(job.kind());
      Path file = place.isPresent() ? place.get() : Files.createTempFile(job.kind(), ".new");
      try {
        trainer.get().train(job, file);
        T model =
            ModelFile.read(file, lesson)
                .orElseThrow(() ->
                    new IllegalStateException("training " + job.kind() + " brought no model"));
        if (place.isPresent()) {
          shelve(file, job.kind(), name);
        }
        return Optional.of(model);
      } finally {
        delete(file);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private <T> void keep(T made, String kind, Form<T> form, String source, String name) {
    Optional<Path> place = unfinished(kind);
    if (place.isEmpty()) {
      return;
    }
    try {
      try (OutputStream out = Files.newOutputStream(place.get())) {
        ModelFile.write(made, form, source, out);
      }
      shelve(place.get(), kind, name);
    } catch (IOException e) {
      delete(place.get()); // No room: it is made again the next time.
    }
  }

  /** A new file in the first folder where there can be one. */
  private Optional<Path> unfinished(String kind) {
    for (Path folder : folders) {
      try {
        Files.createDirectories(folder);
        // not createTempFile: whoever may read the program may read its models
        Path file = folder.resolve(kind + "-" + ProcessHandle.current().pid() + ".new");
        Files.newOutputStream(file).close();
        return Optional.of(file);
      } catch (IOException e) {
        // The next, or none.
      }
    }
    return Optional.empty();
  }

  /** Where that cannot be done, it is made again the next time. */
  private static void shelve(Path finished, String kind, String name) {
    Path folder = finished.resolveSibling("");
    for (Path file : files(folder, kind + "-*.new")) {
      if (lastUsed(file).toInstant().isBefore(Instant.now().minus(LONGEST_TRAINING))) {
        delete(file); // its process was killed
      }
    }
    List<Path> files = new ArrayList<>(files(folder, kind + "-*.model"));
    files.sort(Comparator.comparing(ModelShelf::lastUsed).reversed());
    for (Path file : files.subList(Math.min(MOST_KEPT - 1, files.size()), files.size())) {
      delete(file);
    }
    try {
      Files.move(finished, finished.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(finished);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It takes room, and harms nothing.
    }
  }

  private static List<Path> files(Path folder, String names) {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, names)) {
      found.forEach(files::add);
    } catch (IOException e) {
      // No folder yet: nothing is kept there.
    }
    return files;
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
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
