package dev.certadvisor.search;

import dev.certadvisor.search.ModelFile.Form;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folders that {@link ModelFile}s lie in. They hold what can be made again, so whatever goes
 * wrong with a file is no more than that it is not there.
 */
final class ModelFolders {

  /** Of a kind, so that trying another pack and taking it back costs one training. */
  private static final int MOST_KEPT = 4;

  private static final Duration LONGEST_TRAINING = Duration.ofHours(1);

  private final List<Path> folders;

  /**
   * @param folders where things are looked for; new ones go to the first that can be written, which
   *     is made where it is missing
   */
  ModelFolders(List<Path> folders) {
    this.folders = List.copyOf(folders);
  }

  /** What a file holds; empty where it is in none of the folders, or damaged. */
  <T> Optional<T> read(String name, Form<T> form) {
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

  /**
   * The model that was made of a source, under whatever name.
   *
   * @param name what it is called from now on
   */
  <T> Optional<T> readMadeOf(String source, Lesson<T> lesson, String name) {
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

  /**
   * Writes a file, where it can be.
   *
   * @param kind the beginning of its name
   * @param source names what it was made of
   */
  <T> void keep(T made, String kind, Form<T> form, String source, String name) {
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
  Optional<Path> unfinished(String kind) {
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

  /**
   * Gives an unfinished file its name. What was not used for longest makes room for it.
   *
   * @param finished whole
   */
  static void shelve(Path finished, String kind, String name) {
    Path folder = finished.resolveSibling("");
    for (Path file : files(folder, kind + "-*.new")) {
      if (lastUsed(file).toInstant().isBefore(Instant.now().minus(LONGEST_TRAINING))) {
        delete(file); // its process was killed
      }
    }
    List<Path> files = new ArrayList<>(files(folder, kind + "-*.model"));
    files.sort(Comparator.comparing(ModelFolders::lastUsed).reversed());
    for (Path file : files.subList(Math.min(MOST_KEPT - 1, files.size()), files.size())) {
      delete(file);
    }
    try {
      Files.move(finished, finished.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(finished);
    }
  }

  static void delete(Path file) {
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
}
