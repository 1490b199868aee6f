package dev.certadvisor.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;

/** How long what waits longest has waited, for its answer or to be sent, over all instances. */
public final class LongestWait {

  private final Database database;
  private final InstantSource clock;

  /** Looks into an open database, by this clock. */
  public LongestWait(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Asks the database; empty where it does not answer, zero where nothing waits. */
  public Optional<Duration> now() {
    try {
      return Optional.of(
          database.inTransaction(connection ->
              Sql.first(
                      connection,
                      "select min(at) from (select at from envelope union all select at from parcel) as waiting",
                      row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                  .flatMap(oldest -> oldest)
                  .map(oldest -> Duration.between(oldest.toInstant(), clock.instant()))
                  .filter(wait -> !wait.isNegative())
                  .orElse(Duration.ZERO)));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }
}
