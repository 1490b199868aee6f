package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.store.Postgres;
import dev.certadvisor.testing.TestWorkspace;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Backup and restore over real databases: what was begun on one goes on on the other. */
class BackupTest {

  @TempDir private Path folder;
  private final Composition composition = Composition.of(Path.of("seeds"), Optional.empty());

  @Test
  void anInterviewGoesOnAfterItsStoreWasMovedToAnotherDatabaseAndBack() throws Exception {
    Path first = folder.resolve("first.backup");
    Path second = folder.resolve("second.backup");
    Map<String, String> server =
        Map.of("ADVISOR_DATABASE_URL", Postgres.url("moved"), "ADVISOR_DATABASE_USER", "postgres");
    try (TestWorkspace workspace = new TestWorkspace()) {
      Message asked = say(workspace, settings(workspace, embedded("before")), "interview");
      int rows = BackupCommand.write(settings(workspace, embedded("before")), first, false);

      assertThat(RestoreCommand.read(settings(workspace, server), first, false)).isEqualTo(rows);
      Message next = say(workspace, settings(workspace, server), "1");
      BackupCommand.write(settings(workspace, server), second, false);
      RestoreCommand.read(settings(workspace, embedded("after")), second, false);
      Message review = say(workspace, settings(workspace, embedded("after")), "review");

      assertThat(asked.text()).isNotEqualTo(next.text());
      assertThat(review.blocks().toString()).contains("Your answers so far");
    }
  }

  @Test
  void nothingIsOverwrittenUnlessItIsWanted() throws Exception {
    try (TestWorkspace workspace = new TestWorkspace()) {
      Settings settings = settings(workspace, embedded("kept"));
      say(workspace, settings, "interview");
      Path file = folder.resolve("backup");
      BackupCommand.write(settings, file, false);
      byte[] before = Files.readAllBytes(file);

      assertThatThrownBy(() -> BackupCommand.write(settings, file, false))
          .isInstanceOf(UnusableException.class)
          .hasMessage(file + " is there already; --force replaces it");
      assertThatThrownBy(() -> RestoreCommand.read(settings, file, false))
          .isInstanceOf(UnusableException.class)
          .hasMessageContaining("the database is not empty; --force replaces what is in it");
      Files.write(file, Arrays.copyOf(before, before.length - 20));
      assertThatThrownBy(() -> RestoreCommand.read(settings, file, true))
          .isInstanceOf(UnusableException.class)
          .hasMessageContaining("cut short");
      Files.writeString(file, "no backup at all");
      assertThatThrownBy(() -> RestoreCommand.read(settings, file, true))
          .isInstanceOf(UnusableException.class)
          .hasMessageContaining("it is no backup");

      assertThat(say(workspace, settings, "review").blocks().toString())
          .as("what was there is still there")
          .contains("You have not answered anything yet");
    }
  }

  @Test
  void onlyTheOwnerMayReadItAndAFileSystemWithoutRightsTakesItToo() throws Exception {
    Settings settings = Settings.from(embedded("any"));
    ServerConfiguration.open(settings).close();
    Path file = folder.resolve("backup");
    int rows = BackupCommand.write(settings, file, false);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    try (FileSystem archive =
        FileSystems.newFileSystem(folder.resolve("stick.zip"), Map.of("create", "true"))) {
      assertThat(archive.supportedFileAttributeViews()).doesNotContain("posix");
      Path elsewhere = archive.getPath("backup");
      BackupCommand.write(settings, elsewhere, false);
      assertThat(BackupCommand.write(settings, elsewhere, true)).isEqualTo(rows);
      assertThat(RestoreCommand.read(Settings.from(embedded("other")), elsewhere, false))
          .isEqualTo(rows);
    }
  }

  @Test
  void aFolderWithoutADatabaseIsNotTakenForAnEmptyOne() {
    Settings settings = Settings.from(embedded("mistyped"));
    Path file = folder.resolve("backup");

    assertThatThrownBy(() -> BackupCommand.write(settings, file, false))
        .isInstanceOf(UnusableException.class)
        .hasMessage(
            "ADVISOR_DATA: there is no database in "
                + folder.resolve("mistyped")
                + "; name the folder that the server uses");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whyAFileCannotBeUsedIsSaidInWords() {
    Settings settings = Settings.from(embedded("any"));
    ServerConfiguration.open(settings).close();
    Path nowhere = folder.resolve("nowhere/backup");

    assertThatThrownBy(() -> BackupCommand.write(settings, nowhere, false))
        .hasMessage(nowhere + " cannot be written: there is no such file or folder");
    assertThatThrownBy(() -> RestoreCommand.read(settings, nowhere, false))
        .hasMessage(nowhere + " cannot be read: there is no such file or folder");
  }

  @Test
  void bothCommandsTakeTheSameWords() {
    for (String command : new String[] {"backup", "restore"}) {
      assertThat(CertAdvisor.run(command)).isEqualTo(CertAdvisor.WRONG_USAGE);
      assertThat(CertAdvisor.run(command, "a", "b")).isEqualTo(CertAdvisor.WRONG_USAGE);
      assertThat(CertAdvisor.run(command, "--force", "--help")).isEqualTo(CertAdvisor.OK);
    }
  }

  private Message say(TestWorkspace workspace, Settings settings, String words) {
    Member maya = workspace.as("maya");
    try (ConfigurableApplicationContext server =
        new SlackServer(settings, composition.advisor(), Optional.empty()).start()) {
      workspace.serves(server.getBean(ServerAddress.class).get());
      return maya.awaitReply(maya.sayDirectly(words));
    }
  }

  private Map<String, String> embedded(String name) {
    return Map.of("ADVISOR_DATA", folder.resolve(name).toString());
  }

  private static Settings settings(TestWorkspace workspace, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(workspace.environment());
    environment.putAll(more);
    environment.put("SERVER_PORT", "0");
    return Settings.from(environment);
  }
}
