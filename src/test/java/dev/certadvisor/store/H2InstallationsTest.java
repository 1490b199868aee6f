package dev.certadvisor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.installation.BotToken;
import dev.certadvisor.installation.Installation;
import dev.certadvisor.installation.Installations;
import dev.certadvisor.installation.InstallationsContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2InstallationsTest extends InstallationsContract {

  private static final Database DATABASE =
      Database.embedded(Path.of("target", "installations-" + UUID.randomUUID()));
  private static final SecretKey OLD = key(1);
  private static final SecretKey NEW = key(2);

  private final Installations installations =
      new JdbcInstallations(DATABASE, new TokenCipher(OLD, Optional.empty()));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  protected Installations installations() {
    return installations;
  }

  @Test
  void aKeyIsChangedInTwoSteps(@TempDir Path folder) {
    try (Database database = Database.embedded(folder)) {
      Installation installation = installation("T1");
      new JdbcInstallations(database, new TokenCipher(OLD, Optional.empty())).save(installation);
      JdbcInstallations stranger =
          new JdbcInstallations(database, new TokenCipher(NEW, Optional.empty()));
      JdbcInstallations changing =
          new JdbcInstallations(database, new TokenCipher(NEW, Optional.of(OLD)));

      assertThatThrownBy(stranger::adoptKey)
          .hasMessage("one installation is encrypted with another key");
      changing.adoptKey();

      assertThatCode(stranger::adoptKey).doesNotThrowAnyException();
      assertThat(stranger.find("T1")).contains(installation);
    }
  }

  @Test
  void aTokenIsHiddenAndBoundToItsRow(@TempDir Path folder) throws Exception {
    try (Database database = Database.embedded(folder)) {
      JdbcInstallations here =
          new JdbcInstallations(database, new TokenCipher(OLD, Optional.empty()));
      here.save(installation("T1"));
      here.save(installation("T2"));

      String stored =
          database.inTransaction(connection ->
              Sql.first(
                      connection,
                      "select token || refresh_token from installation where workspace = 'T1'",
                      row -> row.getString(1))
                  .orElseThrow());
      assertThat(stored).doesNotContain("xoxb").doesNotContain("refresh");

      database.inTransaction(connection ->
          Sql.update(
              connection,
              "update installation set token ="
                  + " (select token from installation where workspace = 'T2')"
                  + " where workspace = 'T1'"));
      assertThatThrownBy(() -> here.find("T1")).isInstanceOf(TokenCipher.UnreadableToken.class);
    }
  }

  private static Installation installation(String workspace) {
    BotToken token = new BotToken("xoxb-1", Optional.of("refresh"), Optional.empty());
    return new Installation(workspace, "Team", token, "U1", Instant.EPOCH);
  }

  private static SecretKey key(int seed) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) seed;
    return new SecretKeySpec(bytes, "AES");
  }
}
