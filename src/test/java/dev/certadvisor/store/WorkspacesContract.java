package dev.certadvisor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.delivery.Workspaces.Dropped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is kept of one workspace goes, and nothing of any other, on every database. The names are
 * such that a pattern made of the first one without care finds the others as well.
 */
abstract class WorkspacesContract {

  private static final String LEAVING = "T_1%";
  private static final List<String> STAYING = List.of("TX1%", "T_1%2", "T_1");

  /** Every table that names a workspace, with a row of it. */
  private static final Map<String, String> ROWS =
      Map.of(
          "envelope",
          "insert into envelope (id, conversation, body, person)"
              + " values ('e/' || ?1, 'person:' || ?1 || '/U1', '{}', ?1 || '/U1')",
          "parcel",
          "insert into parcel (id, channel, address, payload, person)"
              + " values ('p/' || ?1, ?1 || '/C1', '{}', '{}', ?1 || '/U1')",
          "dead_letter",
          "insert into dead_letter (parcel, channel, reason, at, person)"
              + " values ('d', ?1 || '/C1', 'late', current_timestamp, ?1 || '/U1')",
          "conversation",
          "insert into conversation (id, version, body, changed_at, person)"
              + " values ('thread:' || ?1 || '/C1/1.5', 1, '{}', current_timestamp, ?1 || '/U1')",
          "channel_rule",
          "insert into channel_rule (workspace, channel, speaking, outsiders)"
              + " values (?1, 'C1', 'OFF', false)",
          "people_to_ask",
          "insert into people_to_ask (workspace, channel) values (?1, 'C1')",
          "rating",
          "insert into rating (ticket, helpful, about, at, person)"
              + " values ('r/' || ?1, true, 'cost', current_timestamp, ?1 || '/U1')",
          "unheld",
          "insert into unheld (question, person, times, at)"
              + " values ('discount', ?1 || '/U1', 1, current_timestamp)");

  abstract Database database();

  private JdbcWorkspaces workspaces() {
    return new JdbcWorkspaces(database(), () -> Instant.parse("2026-11-24T12:00:00Z"));
  }

  @BeforeEach
  void fill() throws SQLException {
    database()
        .inTransaction(connection -> {
          for (Map.Entry<String, String> row : ROWS.entrySet()) {
            Sql.update(connection, "delete from " + row.getKey());
            fill(connection, row.getValue(), LEAVING);
            for (String workspace : STAYING) {
              fill(connection, row.getValue(), workspace);
            }
          }
          return 0;
        });
  }

  private static void fill(Connection connection, String insert, String workspace)
      throws SQLException {
    Sql.update(connection, insert.replace("?1", "'" + workspace + "'"));
  }

  @Test
  void aForgottenWorkspaceIsInNoTable() throws SQLException {
    assertThat(workspaces().forget(LEAVING)).isEqualTo(new Dropped(1, 1));

    for (String table : ROWS.keySet()) {
      assertThat(rows(table)).as(table).isEqualTo(STAYING.size());
    }
  }

  @Test
  void whatWaitsIsDroppedAsDeadLettersExceptWhatSomeoneIsAt() throws SQLException {
    assertThat(workspaces().drop(LEAVING, "account_inactive", "p/" + LEAVING))
        .isEqualTo(new Dropped(1, 0));

    assertThat(rows("parcel")).isEqualTo(STAYING.size() + 1);
    assertThat(rows("envelope")).isEqualTo(STAYING.size());
    assertThat(rows("conversation")).isEqualTo(STAYING.size() + 1);

    assertThat(workspaces().drop(LEAVING, "account_inactive", "none")).isEqualTo(new Dropped(0, 1));
    assertThat(rows("parcel")).isEqualTo(STAYING.size());
    assertThat(
            database()
                .<List<String>>inTransaction(connection ->
                    Sql.all(
                        connection,
                        "select parcel || ' ' || person from dead_letter where reason = ? order by seq",
                        row -> row.getString(1),
                        "account_inactive")))
        .containsExactly(
            "e/" + LEAVING + " " + LEAVING + "/U1", "p/" + LEAVING + " " + LEAVING + "/U1");
  }

  @Test
  void everyTableThatNamesAPersonIsLookedAt() throws SQLException {
    assertThat(ROWS.keySet()).containsAll(Walk.personTables(database()));
  }

  private int rows(String table) throws SQLException {
    return database()
        .inTransaction(connection ->
            Sql.first(connection, "select count(*) from " + table, row -> row.getInt(1))
                .orElseThrow());
  }
}
