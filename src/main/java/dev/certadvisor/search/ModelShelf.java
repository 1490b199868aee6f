package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier.Example;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Keeps trained models in files, since training takes longer than all else that a start does. A
 * model is found again only by the very examples that it was trained on, so a changed pack is
 * learnt anew; a file that is damaged or cannot be written is as good as none.
 */
public final class ModelShelf {

  /** Keeps nothing: every model is trained. */
  public static final ModelShelf NONE = new ModelShelf(List.of(), "", Trainer.NOBODY);

  /** Of a kind, so that trying another pack and taking it back costs one training. */
  private static final int MOST_KEPT = 4;

  private final List<Path> folders;
  private final String edition;
  private final Trainer trainer;

  private ModelShelf(List<Path> folders, String edition, Trainer trainer) {
    this.folders = folders;
    this.edition = edition;
    this.trainer = trainer;
  }

  /**
   * A shelf.
   *
   * @param folders where models are looked for; new ones go to the first that can be written, which
   *     is made where it is missing. Where none can, models are not kept
   * @param edition tells programs apart that would train differently
   */
  public static ModelShelf in(List<Path> folders, String edition) {
    return new ModelShelf(List.copyOf(folders), edition, Trainer.NOBODY);
  }

  /** The same shelf, filled by a trainer where it can. */
  public ModelShelf filledBy(Trainer other) {
    return new ModelShelf(folders, edition, other);
  }

  /**
   * The model of these examples: the one kept or, where none is, a new one, kept from now on. The
   * one that was not used for longest makes room for it.
   *
   * @param examples all that the training learns from
   */
  <T> T get(Lesson<T> lesson, List<Example> examples) {
    String name = lesson.kind() + "-" + key(lesson.kind(), examples) + ".model";
    return kept(name, lesson)
        .or(() -> trained(name, lesson, examples))
        .orElseGet(() -> learnt(name, lesson, examples));
  }

  private <T> Optional<T> trained(String name, Lesson<T> lesson, List<Example> examples) {
    if (trainer == Trainer.NOBODY) {
      return Optional.empty();
    }
    try {
      Optional<Path> place = unfinished(lesson.kind());
      Path file = place.isPresent() ? place.get() : Files.createTempFile(lesson.kind(), ".new");
      try {
        Optional<T> model =
            trainer.train(new TrainingJob(lesson.kind(), examples), file)
                ? ModelFile.read(file, lesson)
                : Optional.empty();
        if (model.isPresent() && place.isPresent()) {
          keep(file, name, lesson.kind());
        }
        return model;
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private <T> T learnt(String name, Lesson<T> lesson, List<Example> examples) {
    T model = lesson.learn(examples);
    Optional<Path> place = unfinished(lesson.kind());
    if (place.isPresent()) {
      try (OutputStream out = Files.newOutputStream(place.get())) {
        ModelFile.write(model, lesson, out);
        keep(place.get(), name, lesson.kind());
      } catch (IOException e) {
        // No room: the next start trains again.
      }
    }
    return model;
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

  private static void keep(Path finished, String name, String kind) throws IOException {
    makeRoom(finished.resolveSibling(""), kind);
    Files.move(finished, finished.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void makeRoom(Path folder, String kind) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, kind + "-*.model")) {
      found.forEach(files::add);
    }
    files.sort(Comparator.comparing(ModelShelf::lastUsed).reversed());
    for (Path file : files.subList(Math.min(MOST_KEPT - 1, files.size()), files.size())) {
      Files.deleteIfExists(file);
    }
  }

  private static FileTime lastUsed(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }

  private <T> Optional<T> kept(String name, Lesson<T> lesson) {
    for (Path folder : folders) {
      Path file = folder.resolve(name);
      Optional<T> model = ModelFile.read(file, lesson);
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

  private String key(String kind, List<Example> examples) {
    MessageDigest digest = sha256();
    update(digest, edition);
    update(digest, kind);
    for (Example example : examples) {
      update(digest, example.label());
      update(digest, example.text());
    }
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
