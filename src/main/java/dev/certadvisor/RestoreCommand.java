package dev.certadvisor;

import dev.certadvisor.store.Backup;
import dev.certadvisor.store.Database;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads a backup into the database. */
@Command(
    name = "restore",
    description = {
      "Reads a file of \"backup\" into the database of the environment, all of it or nothing.",
      "Stop every server that uses the database first."
    },
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  @Mixin private final BackupFile file = new BackupFile();

  @Override
  public Integer call() {
    TerminalLog.onlyTroubles();
    int rows = read(Settings.from(System.getenv()), file.path(), file.force());
    file.out().println((rows == 1 ? "1 row" : rows + " rows") + " restored from " + file.path());
    return CertAdvisor.OK;
  }

  static int read(Settings settings, Path file, boolean force) {
    try (InputStream in = Files.newInputStream(file);
        Database database = ServerConfiguration.open(settings)) {
      return new Backup(database).read(in, force);
    } catch (IOException e) {
      throw new UnusableException(file + " cannot be read: " + FileTrouble.of(e));
    } catch (Backup.Unfit e) {
      throw new UnusableException(file + " is not restored: " + e.getMessage());
    } catch (SQLException e) {
      throw new UnusableException("the database cannot be written: state " + e.getSQLState());
    }
  }
}
