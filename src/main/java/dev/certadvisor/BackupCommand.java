package dev.certadvisor;

import dev.certadvisor.store.Backup;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.OwnersOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes all that the database holds to one file. */
@Command(
    name = "backup",
    description = {
      "Writes all that the database of the environment holds to one file.",
      "\"restore\" reads it into the same kind of database or the other. PostgreSQL may be in use"
          + " meanwhile; the embedded database has to be free, so stop the server first."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  @Mixin private final BackupFile file = new BackupFile();

  @Override
  public Integer call() {
    TerminalLog.onlyTroubles();
    int rows = write(Settings.from(System.getenv()), file.path(), file.force());
    file.out().println((rows == 1 ? "1 row" : rows + " rows") + " written to " + file.path());
    return CertAdvisor.OK;
  }

  /** Writes beside the file first, so that what is there is whole at any time. */
  static int write(Settings settings, Path file, boolean force) {
    if (Files.exists(file) && !force) {
      throw new UnusableException(file + " is there already; --force replaces it");
    }
    Path beside = file.resolveSibling(file.getFileName() + ".part");
    try (Database database = ServerConfiguration.openExisting(settings)) {
      Files.deleteIfExists(beside);
      Files.createFile(beside, OwnersOnly.in(beside));
      int rows;
      try (OutputStream out = Files.newOutputStream(beside)) {
        rows = new Backup(database).write(out);
      }
      Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      return rows;
    } catch (IOException e) {
      throw new UnusableException(file + " cannot be written: " + FileTrouble.of(e));
    } catch (SQLException e) {
      throw new UnusableException("the database cannot be read: state " + e.getSQLState());
    }
  }
}
