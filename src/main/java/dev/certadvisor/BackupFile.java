package dev.certadvisor;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is said on the command line to the commands that write and read backups. */
final class BackupFile {

  @Parameters(paramLabel = "FILE", description = "The backup.")
  private @Nullable Path file;

  @Option(names = "--force", description = "Replaces what is there.")
  private boolean force;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec command;

  /** The file that was named. */
  Path path() {
    return given(file);
  }

  /** Whether what is there may be replaced. */
  boolean force() {
    return force;
  }

  /** Where the command says what it did. */
  PrintWriter out() {
    return given(command).commandLine().getOut();
  }

  private static <T> T given(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("picocli gives it before the command runs");
    }
    return part;
  }
}
