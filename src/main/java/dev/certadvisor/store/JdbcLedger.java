package dev.certadvisor.store;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Inbox;
import dev.certadvisor.delivery.Lane;
import dev.certadvisor.delivery.Ledger;
import dev.certadvisor.delivery.Parcel;
import dev.certadvisor.store.Database.Work;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** Keeps everything in a database. */
public final class JdbcLedger implements Ledger {

  private static final int CONFLICTS = 5;
  private static final int REASON = 1_000;

  private final Database database;
  private final InstantSource clock;

  /** A ledger in an open database. */
  public JdbcLedger(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public boolean take(Envelope envelope) {
    return take(
        envelope.id(),
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into envelope (id, conversation, body, person, at)"
                      + " values (?, ?, ?, ?, ?)")) {
            insert.setString(1, envelope.id());
            insert.setString(2, envelope.lane().name());
            insert.setString(3, StoredJson.write(envelope));
            insert.setString(4, Custody.name(envelope.incoming().person()));
            insert.setObject(5, envelope.takenAt().atOffset(ZoneOffset.UTC));
            return insert.executeUpdate();
          }
        });
  }

  @Override
  public boolean take(String id, List<Parcel> parcels) {
    return take(id, connection -> put(connection, parcels, null).size());
  }

  private boolean take(String id, Work<Integer> keep) {
    try {
      return database.inTransaction(connection -> {
        try (PreparedStatement insert =
            connection.prepareStatement("insert into taken (id, at) values (?, ?)")) {
          insert.setString(1, id);
          insert.setObject(2, now());
          insert.executeUpdate();
        }
        keep.in(connection);
        return true;
      });
    } catch (SQLException e) {
      if (Database.isUniqueViolation(e)) {
        return false;
      }
      throw new Inbox.Unavailable("the database failed with state " + e.getSQLState(), e);
    }
  }

  @Override
  public Optional<Envelope> nextEnvelope(Lane lane) {
    return readable(
        lane,
        "envelope",
        () ->
            ask(
                "select id, body from envelope where conversation = ? order by seq limit 1",
                lane.name(),
                row -> read(row.getString(1), () -> StoredJson.envelope(row.getString(2)))));
  }

  @Override
  public Set<Lane> answer(Envelope envelope, Function<Conversation, Answered> step) {
    for (int conflict = 1; ; conflict++) {
      try {
        return database.inTransaction(connection -> answer(connection, envelope, step));
      } catch (SQLException e) {
        if (!Database.isUniqueViolation(e) || conflict == CONFLICTS) {
          throw new LedgerException(e);
        }
      }
    }
  }

  /** Whoever deletes the envelope's row is the one that answers it. */
  private Set<Lane> answer(
      Connection connection, Envelope envelope, Function<Conversation, Answered> step)
      throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from envelope where id = ?")) {
      delete.setString(1, envelope.id());
      if (delete.executeUpdate() == 0) {
        return Set.of();
      }
    }
    StoredConversation before = conversation(connection, envelope.lane().name());
    Answered answered = step.apply(before.conversation());
    save(connection, envelope, before, answered.next());
    PersonId person = envelope.incoming().person();
    if (answered.effects().stream().anyMatch(Effect.Forget.class::isInstance)) {
      Custody.forget(connection, person, envelope.takenAt());
    }
    return put(connection, answered.parcels(), person);
  }

  private static StoredConversation conversation(Connection connection, String id)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select version, body from conversation where id = ? for update")) {
      query.setString(1, id);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? new StoredConversation(row.getLong(1), StoredJson.conversation(row.getString(2)))
            : new StoredConversation(0, Conversation.NEW);
      }
    }
  }

  /** A conversation in which nothing is left is not kept at all. */
  private void save(
      Connection connection, Envelope envelope, StoredConversation before, Conversation next)
      throws SQLException {
    String id = envelope.lane().name();
    if (next.equals(before.conversation())) {
      return;
    }
    if (next.equals(Conversation.NEW)) {
      update(connection, "delete from conversation where id = ?", id);
      return;
    }
    String sql =
        before.version() == 0
            ? "insert into conversation (body, changed_at, version, person, words_at, id)"
                + " values (?, ?, ?, ?, ?, ?)"
            : "update conversation set body = ?, changed_at = ?, version = ?,"
                + " person = coalesce(?, person), words_at = ? where id = ?";
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, StoredJson.write(next));
      statement.setObject(2, now());
      statement.setLong(3, before.version() + 1);
      statement.setString(4, whoseWords(envelope, before, next));
      statement.setObject(
          5, next.focus().map(focus -> focus.at().atOffset(ZoneOffset.UTC)).orElse(null));
      statement.setString(6, id);
      statement.executeUpdate();
    }
  }

  /** Nobody's where the conversation remembers the words that it remembered before. */
  private static @Nullable String whoseWords(
      Envelope envelope, StoredConversation before, Conversation next) {
    return before.version() == 0 || !next.focus().equals(before.conversation().focus())
        ? Custody.name(envelope.incoming().person())
        : null;
  }

  /**
   * Stores parcels.
   *
   * @param person whom they answer; null where their addresses say it
   */
  private Set<Lane> put(Connection connection, List<Parcel> parcels, @Nullable PersonId person)
      throws SQLException {
    Set<Lane> lanes = new LinkedHashSet<>();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into parcel (id, channel, address, payload, person, at)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      for (Parcel parcel : parcels) {
        insert.setString(1, parcel.id());
        insert.setString(2, parcel.lane().name());
        insert.setString(3, StoredJson.write(parcel.to()));
        insert.setString(4, parcel.payload());
        insert.setString(
            5,
            Optional.ofNullable(person)
                .or(() -> reader(parcel.to()))
                .map(Custody::name)
                .orElse(null));
        insert.setObject(6, now());
        insert.executeUpdate();
        lanes.add(parcel.lane());
      }
    }
    return lanes;
  }

  /** Whose eyes alone an address is for. */
  private static Optional<PersonId> reader(Address address) {
    return switch (address) {
      case Address.InChannel place -> Optional.empty();
      case Address.OnlyFor place -> Optional.of(new PersonId(place.workspace(), place.user()));
      case Address.DirectTo to -> Optional.of(new PersonId(to.workspace(), to.user()));
      case Address.Return back -> Optional.of(new PersonId(back.workspace(), back.user()));
      case Address.Home home -> Optional.of(new PersonId(home.workspace(), home.user()));
    };
  }

  @Override
  public int failed(Envelope envelope) {
    change("update envelope set failures = failures + 1 where id = ?", envelope.id());
    return ask("select failures from envelope where id = ?", envelope.id(), row -> row.getInt(1))
        .orElse(1);
  }

  @Override
  public Optional<Outgoing> nextParcel(Lane lane) {
    return readable(lane, "parcel", () -> nextReadableParcel(lane));
  }

  private Optional<Outgoing> nextReadableParcel(Lane lane) {
    return ask(
        "select id, address, payload, attempts, cut_short, privately from parcel"
            + " where channel = ? order by seq limit 1",
        lane.name(),
        row ->
            new Outgoing(
                new Parcel(
                    row.getString(1),
                    read(row.getString(1), () -> StoredJson.address(row.getString(2))),
                    row.getString(3)),
                row.getInt(4),
                row.getBoolean(5),
                row.getBoolean(6)));
  }

  @Override
  public void sending(Parcel parcel) {
    change("update parcel set cut_short = true, attempts = attempts + 1 where id = ?", parcel.id());
  }

  @Override
  public void returned(Parcel parcel) {
    change("update parcel set cut_short = false where id = ?", parcel.id());
  }

  @Override
  public void privately(Parcel parcel) {
    change("update parcel set cut_short = false, privately = true where id = ?", parcel.id());
  }

  @Override
  public void settle(Parcel parcel, End end) {
    run(connection -> {
      if (end instanceof End.GivenUp(String reason)) {
        bury(connection, "parcel", parcel.id(), parcel.lane(), reason);
      }
      update(connection, "delete from parcel where id = ?", parcel.id());
      return null;
    });
  }

  private void bury(Connection connection, String table, String id, Lane lane, String reason)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into dead_letter (parcel, channel, reason, at, person)"
                + " values (?, ?, ?, ?, (select person from "
                + table
                + " where id = ?))")) {
      insert.setString(1, id);
      insert.setString(2, lane.name());
      insert.setString(3, reason.substring(0, Math.min(reason.length(), REASON)));
      insert.setObject(4, now());
      insert.setString(5, id);
      insert.executeUpdate();
    }
  }

  /** What another version has stored in a form that this one cannot read must not stop a lane. */
  private <T> Optional<T> readable(Lane lane, String table, Supplier<Optional<T>> next) {
    while (true) {
      try {
        return next.get();
      } catch (UnreadableRow e) {
        run(connection -> {
          bury(connection, table, e.id(), lane, "stored in a form that cannot be read");
          update(connection, "delete from " + table + " where id = ?", e.id());
          return null;
        });
      }
    }
  }

  private static <T> T read(String id, Column<T> column) throws SQLException {
    try {
      return column.value();
    } catch (JacksonException e) {
      throw new UnreadableRow(id, e);
    }
  }

  @Override
  public Set<Lane> waiting() {
    return run(connection -> {
      Set<Lane> lanes = new LinkedHashSet<>();
      collect(connection, "select distinct conversation from envelope", Lane.Work.ANSWER, lanes);
      collect(connection, "select distinct channel from parcel", Lane.Work.SEND, lanes);
      return lanes;
    });
  }

  @Override
  public boolean isWaiting(Lane lane) {
    return switch (lane.work()) {
      case ANSWER -> nextEnvelope(lane).isPresent();
      case SEND -> nextParcel(lane).isPresent();
    };
  }

  private static void collect(Connection connection, String sql, Lane.Work work, Set<Lane> lanes)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql);
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        lanes.add(new Lane(work, rows.getString(1)));
      }
    }
  }

  @Override
  public void forgetBefore(Instant conversations, Instant taken) {
    run(connection -> {
      deleteBefore(connection, "delete from conversation where changed_at < ?", conversations);
      deleteBefore(connection, "delete from dead_letter where at < ?", conversations);
      deleteBefore(connection, "delete from envelope where at < ?", conversations);
      deleteBefore(connection, "delete from parcel where at < ?", conversations);
      Custody.forgetWords(connection, clock.instant().minus(Conversation.MEMORY));
      deleteBefore(connection, "delete from taken where at < ?", taken);
      return null;
    });
  }

  private static void deleteBefore(Connection connection, String sql, Instant before)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setObject(1, before.atOffset(ZoneOffset.UTC));
      delete.executeUpdate();
    }
  }

  private Object now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private void change(String sql, String... values) {
    run(connection -> {
      update(connection, sql, values);
      return null;
    });
  }

  private static void update(Connection connection, String sql, String... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  private <T> Optional<T> ask(String sql, String value, Row<T> read) {
    return run(connection -> {
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        query.setString(1, value);
        try (ResultSet row = query.executeQuery()) {
          return row.next() ? Optional.of(read.of(row)) : Optional.<T>empty();
        }
      }
    });
  }

  private <T extends @Nullable Object> T run(Work<T> work) {
    try {
      return database.inTransaction(work);
    } catch (SQLException e) {
      throw new LedgerException(e);
    }
  }

  /** Reads one value of a row. */
  private interface Column<T> {
    T value() throws SQLException;
  }

  /** Thrown where a row holds what cannot be read. */
  private static final class UnreadableRow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String id;

    UnreadableRow(String id, JacksonException cause) {
      super("row " + id + " cannot be read", cause);
      this.id = id;
    }

    String id() {
      return id;
    }
  }

  /** Reads one row. */
  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /**
   * A conversation as it is kept.
   *
   * @param version counts its changes from 1; 0 where it is not kept yet
   * @param conversation its state
   */
  private record StoredConversation(long version, Conversation conversation) {}

  /** Thrown where the database fails; the message has its state and no values. */
  static final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerException(SQLException cause) {
      super("the database failed with state " + cause.getSQLState(), cause);
    }
  }
}
