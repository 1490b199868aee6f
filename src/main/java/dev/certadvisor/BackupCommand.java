package dev.certadvisor;

import dev.certadvisor.store.Backup;
import dev.certadvisor.store.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes all that the database holds to one file. */
@Command(
    name = "backup",
    description = {
      "Writes all that the database of the environment holds to one file, which \"restore\" reads",
      "into the same kind of database or the other. PostgreSQL may be in use meanwhile; the",
      "embedded database has to be free, so stop the server first."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file to write.")
  private @Nullable Path file;

  @Option(names = "--force", description = "Replaces a file that is there.")
  private boolean force;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null || file == null) {
      throw new IllegalStateException("picocli gives both");
    }
    int rows = write(Settings.from(System.getenv()), file, force);
    spec.commandLine().getOut().println(rows + " rows written to " + file);
    return CertAdvisor.OK;
  }

  /** Writes beside the file first, so that what is there is whole at any time. */
  static int write(Settings settings, Path file, boolean force) {
    if (Files.exists(file) && !force) {
      throw new UnusableException(file + " is there already; --force replaces it");
    }
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try (Database database = ServerConfiguration.open(settings)) {
      Files.deleteIfExists(beside);
      Files.createFile(
          beside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      int rows;
      try (OutputStream out = Files.newOutputStream(beside)) {
        rows = new Backup(database).write(out);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      return rows;
    } catch (IOException e) {
      throw new UnusableException(file + " cannot be written: " + e);
    } catch (SQLException e) {
      throw new UnusableException("the database cannot be read: state " + e.getSQLState());
    }
  }
}
