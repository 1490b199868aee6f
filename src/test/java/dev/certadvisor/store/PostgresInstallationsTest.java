package dev.certadvisor.store;

import dev.certadvisor.installation.Installations;
import dev.certadvisor.installation.InstallationsContract;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;

class PostgresInstallationsTest extends InstallationsContract {

  private static final Database DATABASE = Postgres.open();

  private final Installations installations =
      new JdbcInstallations(
          DATABASE, new TokenCipher(new SecretKeySpec(new byte[32], "AES"), Optional.empty()));

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  protected Installations installations() {
    return installations;
  }
}
