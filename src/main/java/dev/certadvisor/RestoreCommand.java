package dev.certadvisor;

import dev.certadvisor.store.Backup;
import dev.certadvisor.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a backup into the database. */
@Command(
    name = "restore",
    description = {
      "Reads a file of \"backup\" into the database of the environment, all of it or nothing. Stop",
      "every server that uses the database first."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file to read.")
  private @Nullable Path file;

  @Option(names = "--force", description = "Replaces what the database holds.")
  private boolean force;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null || file == null) {
      throw new IllegalStateException("picocli gives both");
    }
    int rows = read(Settings.from(System.getenv()), file, force);
    spec.commandLine().getOut().println(rows + " rows restored from " + file);
    return CertAdvisor.OK;
  }

  static int read(Settings settings, Path file, boolean force) {
    try (InputStream in = Files.newInputStream(file);
        Database database = ServerConfiguration.open(settings)) {
      return new Backup(database).read(in, force);
    } catch (IOException e) {
      throw new UnusableException(file + " cannot be read: " + e);
    } catch (Backup.Unfit e) {
      throw new UnusableException(file + " is not restored: " + e.getMessage());
    } catch (SQLException e) {
      throw new UnusableException("the database cannot be written: state " + e.getSQLState());
    }
  }
}
