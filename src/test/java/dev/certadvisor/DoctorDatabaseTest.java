package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.certadvisor.store.Postgres;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of each database, and that it changes none. */
class DoctorDatabaseTest {

  private final Examination examination;

  DoctorDatabaseTest(@TempDir Path folder) {
    examination = new Examination(folder);
  }

  @Test
  void anEmbeddedDatabaseIsLookedAtAndLeftAsItIs() throws Exception {
    assertThat(database())
        .isEqualTo("fine: none in " + examination.data() + " yet; the first start makes it");
    assertThat(examination.data()).doesNotExist();
    ServerConfiguration.open(Settings.from(examination.with(Map.of()))).close();
    assertThat(database()).startsWith("fine: reached, at this version's schema");

    change(
        "delete from \"flyway_schema_history\" where \"installed_rank\" ="
            + " (select max(\"installed_rank\") from \"flyway_schema_history\")");
    assertThat(database()).startsWith("fine: reached; the next start takes 1 steps");
    assertThat(database()).as("it took none").contains("takes 1 steps");
    change("update \"flyway_schema_history\" set \"success\" = false where \"version\" = '50'");
    assertThat(database()).startsWith("WRONG: ADVISOR_DATA: an upgrade of it broke off");
    change(
        "update \"flyway_schema_history\" set \"success\" = true, \"version\" = '999' where \"version\" = '50'");
    assertThat(database()).startsWith("WRONG: ADVISOR_DATA: a later version");
    Files.writeString(examination.data().resolve("advisor.mv.db"), "no database".repeat(1_000));
    assertThat(database()).startsWith("WRONG: ADVISOR_DATA: ").contains("restore a backup");
  }

  @Test
  void aDatabaseInUseIsAskedOfTheServerThatHasIt() throws Exception {
    ServerConfiguration.open(Settings.from(examination.with(Map.of()))).close();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int[] status = {200};
    server.createContext(
        "/actuator/health/readiness",
        exchange -> {
          exchange.sendResponseHeaders(status[0], -1);
          exchange.close();
        });
    server.start();
    Map<String, String> port = Map.of("SERVER_PORT", "" + server.getAddress().getPort());
    try (FileChannel file =
            FileChannel.open(
                examination.data().resolve("advisor.mv.db"), StandardOpenOption.WRITE);
        FileLock held = file.lock()) {
      assertThat(held.isValid()).isTrue();
      assertThat(database(port)).startsWith("fine: in use by the running server");
      status[0] = 503;
      assertThat(database(port)).contains("WRONG", "not ready");
      server.stop(0);
      assertThat(database(port)).contains("WRONG", "another process that is no server");
    }
  }

  @Test
  void aDatabaseServerIsLookedAt() throws SQLException {
    String url = Postgres.url("examined").replaceAll("\\?.*", "");
    assertThat(database(postgres(url, "postgres"))).contains("fine: reached; the next start takes");
    ServerConfiguration.open(Settings.from(examination.with(postgres(url, "postgres")))).close();
    assertThat(database(postgres(url, "postgres"))).contains("fine: reached, at this version's");

    assertThat(database(postgres(url, "nobody"))).contains("WRONG", "ADVISOR_DATABASE_USER");
    assertThat(database(postgres(url.replace("examined", "absent"), "postgres")))
        .contains("WRONG", "create database");
    assertThat(database(postgres(url.replaceAll(":\\d+/", ":1/"), "postgres")))
        .contains("WRONG", "start the server");
    try (Connection connection = DriverManager.getConnection(url, "postgres", "");
        Statement statement = connection.createStatement()) {
      statement.execute("alter database examined set default_transaction_read_only = on");
    }
    assertThat(database(postgres(url, "postgres")))
        .contains("WRONG", "can be read but not written");
  }

  private String database() {
    return database(Map.of());
  }

  private String database(Map<String, String> environment) {
    return examination.findings(environment).stream()
        .filter(finding -> finding.part().equals("database"))
        .map(finding -> finding.toString().substring("database  ".length()))
        .findFirst()
        .orElseThrow();
  }

  private void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:h2:file:" + examination.data().resolve("advisor"));
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private static Map<String, String> postgres(String url, String user) {
    return Map.of("ADVISOR_DATABASE_URL", url, "ADVISOR_DATABASE_USER", user);
  }
}
