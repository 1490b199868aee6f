package dev.certadvisor;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/**
 * Starts and talks as real ones would, and ends: what the JVM has seen then goes into the cache
 * that makes later starts quick, and the trained models are kept. For the launcher and the image.
 */
@Command(
    name = "rehearse",
    hidden = true,
    description = "Goes through a start and some conversations, so that later starts are quick.",
    mixinStandardHelpOptions = true)
final class RehearseCommand implements Callable<Integer> {

  @Override
  public Integer call() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("advisor-rehearsal");
    try {
      Path pack = PackFolder.of(Settings.from(Map.of()).pack());
      Composition composition = Composition.of(pack, Optional.empty());
      new Rehearsal(folder, composition).run();
    } finally {
      delete(folder);
    }
    return CertAdvisor.OK;
  }

  private static void delete(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException problem)
              throws IOException {
            Files.delete(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
