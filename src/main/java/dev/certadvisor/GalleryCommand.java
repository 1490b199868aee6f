package dev.certadvisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws every kind of reply on one page, for people's eyes. */
@Command(
    name = "gallery",
    description = {
      "Draws every kind of reply as Slack shows it, on one page without anything from elsewhere.",
      "Add ?theme=light or ?theme=dark to its address for one of the two."
    },
    mixinStandardHelpOptions = true)
final class GalleryCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Option(names = "--pack", description = "the content pack; seeds unless given")
  private Path pack = Path.of("seeds");

  @Option(names = "--today", description = "a day that stands in for today, like 2026-11-23")
  private Optional<LocalDate> today = Optional.empty();

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "the page to write; gallery.html unless given")
  private Path file = Path.of("gallery.html");

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the command's description");
    }
    Composition composition = Composition.of(PackFolder.of(pack), today);
    write(new Gallery(composition).page(), file);
    spec.commandLine().getOut().println("Open " + file.toAbsolutePath().toUri());
    return CertAdvisor.OK;
  }

  static void write(String page, Path file) {
    try {
      Files.writeString(file, page);
    } catch (IOException e) {
      throw new UnusableException(file + " cannot be written: " + FileTrouble.of(e));
    }
  }
}
