package dev.certadvisor;

import dev.certadvisor.search.ModelShelf;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Where the program itself lies, beside which it keeps what it can always make anew. */
final class Installation {

  private static final String LEARNT = "learnt";

  private Installation() {}

  /**
   * Keeps trained models and indexes in the folder {@code learnt} beside the program: its jar or,
   * while it is being written, the folder of its classes. They belong to this very build.
   */
  static ModelShelf shelf() {
    return shelf(List.of());
  }

  /**
   * The same for a server: what is not kept is trained in a process of its own, and kept with the
   * server's data where the program's folder cannot be written.
   *
   * @param data where the server's data lies
   */
  static ModelShelf shelfOfServer(Path data) {
    return shelf(List.of(data.resolve(LEARNT))).filledBy(TrainingProcess.ofThisProgram());
  }

  private static ModelShelf shelf(List<Path> otherFolders) {
    CodeSource source = CertAdvisor.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return ModelShelf.NONE;
    }
    try {
      Path program = Path.of(source.getLocation().toURI());
      List<Path> folders = new ArrayList<>();
      folders.add(program.resolveSibling(LEARNT));
      folders.addAll(otherFolders);
      return ModelShelf.in(folders, edition(program));
    } catch (IOException | URISyntaxException e) {
      return ModelShelf.NONE;
    }
  }

  /** Tells builds apart: another one has another size in all, or another newest file. */
  private static String edition(Path program) throws IOException {
    long size = 0;
    long newest = 0;
    try (Stream<Path> files = Files.walk(program)) {
      for (Iterator<Path> each = files.iterator(); each.hasNext(); ) {
        BasicFileAttributes file = Files.readAttributes(each.next(), BasicFileAttributes.class);
        if (file.isRegularFile()) {
          size += file.size();
          newest = Math.max(newest, file.lastModifiedTime().to(TimeUnit.SECONDS));
        }
      }
    }
    return size + " " + newest;
  }
}
