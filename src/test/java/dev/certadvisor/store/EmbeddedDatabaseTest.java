package dev.certadvisor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.conversation.ChannelRule;
import dev.certadvisor.conversation.ChannelRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** An embedded database in its file: on a disk that is full for a while, and among other people. */
class EmbeddedDatabaseTest {

  @TempDir private Path folder;

  @BeforeEach
  void mount() {
    ScarceDisk.mount();
  }

  @Test
  void whatWasKeptIsThereAndMoreIsTakenOnceThereIsRoomAgain() throws SQLException {
    try (Database database = Database.embedded(ScarceDisk.SCHEME, folder)) {
      note(database, "before");
      ScarceDisk.fill(true);

      for (int i = 0; i < 3; i++) {
        assertThatThrownBy(() -> note(database, "meanwhile")).isInstanceOf(SQLException.class);
      }
      assertThat(database.isUp()).as("up, with a full disk").isFalse();

      ScarceDisk.fill(false);
      assertThat(database.isUp()).as("up, with room").isTrue();
      note(database, "after");

      assertThat(notes(database)).containsExactly("after", "before");
    }
  }

  @Test
  void aRuleThatCannotBeReadIsNotTakenForTheUsualOne() throws SQLException {
    try (Database database = Database.embedded(ScarceDisk.SCHEME, folder)) {
      StoredRules rules = new StoredRules(database);
      note(database, "before");
      ScarceDisk.fill(true);
      assertThatThrownBy(() -> note(database, "meanwhile")).isInstanceOf(SQLException.class);

      assertThatThrownBy(() -> rules.of("T1", "C1"))
          .isInstanceOf(ChannelRules.Unavailable.class)
          .hasMessageEndingWith("No space left on device");

      ScarceDisk.fill(false);
      assertThat(database.isUp()).isTrue();
      assertThat(rules.of("T1", "C1")).isEqualTo(ChannelRule.USUAL);
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyButTheOwnerCanReadWhatIsKept() throws IOException {
    Path data = folder.resolve("new/data");
    try (Database database = Database.embedded(data)) {
      assertThat(database.isUp()).isTrue();
    }

    try (Stream<Path> kept = Files.walk(data)) {
      assertThat(kept)
          .hasSize(2)
          .allSatisfy(path ->
              assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                  .endsWith("------"));
    }
  }

  private static void note(Database database, String channel) throws SQLException {
    database.inTransaction(connection ->
        Sql.update(
            connection,
            "insert into channel_rule (workspace, channel, speaking, outsiders)"
                + " values (?, ?, ?, ?)",
            "T0",
            channel,
            ChannelRule.USUAL.speaking().name(),
            false));
  }

  private static List<String> notes(Database database) throws SQLException {
    return database.inTransaction(connection ->
        Sql.all(
            connection,
            "select channel from channel_rule order by channel",
            row -> row.getString(1)));
  }
}
