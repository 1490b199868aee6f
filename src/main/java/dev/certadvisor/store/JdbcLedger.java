package dev.certadvisor.store;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Inbox;
import dev.certadvisor.delivery.Lane;
import dev.certadvisor.delivery.Ledger;
import dev.certadvisor.delivery.Parcel;
import dev.certadvisor.store.Database.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps everything in a database; each method is one transaction over its tables. */
public final class JdbcLedger implements Ledger {

  /** So many rows are forgotten in one transaction, which takes some milliseconds. */
  private static final int PORTION = 200;

  private static final int CONFLICTS = 5;
  private static final String UNREADABLE = "stored in a form that cannot be read";

  private final Database database;
  private final InstantSource clock;
  private final StoredRules rules;

  /** A ledger in an open database, where nobody asks for the rules of channels. */
  public JdbcLedger(Database database, InstantSource clock) {
    this(database, clock, new StoredRules(database));
  }

  /**
   * A ledger in an open database.
   *
   * @param rules is told what was settled for channels, once that is stored
   */
  public JdbcLedger(Database database, InstantSource clock, StoredRules rules) {
    this.database = database;
    this.clock = clock;
    this.rules = rules;
  }

  @Override
  public boolean take(Envelope envelope) {
    return take(
        envelope.id(),
        connection -> {
          EnvelopeTable.put(connection, envelope);
          return null;
        });
  }

  @Override
  public boolean take(String id, List<Parcel> parcels) {
    return take(id, connection -> ParcelTable.put(connection, parcels, Optional.empty(), now()));
  }

  private boolean take(String id, Work<?> keep) {
    try {
      return database.inTransaction(connection -> {
        Sql.update(connection, "insert into taken (id, at) values (?, ?)", id, now());
        keep.in(connection);
        return true;
      });
    } catch (SQLException e) {
      if (Database.isUniqueViolation(e)) {
        return false;
      }
      throw new Inbox.Unavailable(Database.reason(e), e);
    }
  }

  @Override
  public Optional<Envelope> nextEnvelope(Lane lane) {
    return readable(lane, EnvelopeTable::next, "envelope");
  }

  /**
   * The step runs outside of any transaction: it takes far longer than storing what comes of it,
   * and the others would wait for it.
   */
  @Override
  public Set<Lane> answer(Envelope envelope, Function<Conversation, Answered> step) {
    for (int conflict = 1; ; conflict++) {
      ConversationTable.Stored before = run(connection -> readable(connection, envelope));
      Answered answered = step.apply(before.conversation());
      try {
        Set<Lane> woken =
            database.inTransaction(connection -> keep(connection, envelope, before, answered));
        rules.settled(envelope, answered.effects());
        return woken;
      } catch (SQLException e) {
        if (!Database.isConflict(e) || conflict == CONFLICTS) {
          throw new LedgerException(e);
        }
      }
    }
  }

  /** Whoever removes the envelope's row is the one that answers it. */
  private Set<Lane> keep(
      Connection connection, Envelope envelope, ConversationTable.Stored before, Answered answered)
      throws SQLException {
    if (!EnvelopeTable.remove(connection, envelope.id())) {
      return Set.of();
    }
    PersonId person = envelope.incoming().person();
    ConversationTable.save(
        connection, envelope.lane().name(), before, answered.next(), person, now());
    Ratings.keep(connection, envelope, answered.effects(), now());
    Unheld.keep(connection, envelope, answered.effects(), now());
    StoredRules.keep(connection, envelope, answered.effects());
    if (answered.effects().stream().anyMatch(Effect.Halt.class::isInstance)) {
      ParcelTable.withdraw(connection, envelope.replyTo());
    }
    StoredHouse.keep(connection, envelope, answered.effects());
    if (answered.effects().stream().anyMatch(Effect.Forget.class::isInstance)) {
      Custody.forget(connection, person, envelope.takenAt());
    }
    return ParcelTable.put(connection, answered.parcels(), Optional.of(person), now());
  }

  /** A state that cannot be read must not stop the conversation for good: it begins anew. */
  private ConversationTable.Stored readable(Connection connection, Envelope envelope)
      throws SQLException {
    String id = envelope.lane().name();
    try {
      return ConversationTable.read(connection, id);
    } catch (UnreadableRow e) {
      Optional<String> whose = Optional.of(Custody.name(envelope.incoming().person()));
      ParcelTable.bury(connection, id, id, UNREADABLE, whose, now());
      return ConversationTable.removed(connection, id);
    }
  }

  @Override
  public Set<Lane> giveUp(Envelope envelope, String reason, List<Parcel> apology) {
    return run(connection -> {
      if (!EnvelopeTable.remove(connection, envelope.id())) {
        return Set.of();
      }
      PersonId person = envelope.incoming().person();
      Optional<String> whose = Optional.of(Custody.name(person));
      ParcelTable.bury(connection, envelope.id(), envelope.lane().name(), reason, whose, now());
      return ParcelTable.put(connection, apology, Optional.of(person), now());
    });
  }

  @Override
  public int failed(Envelope envelope) {
    return run(connection -> EnvelopeTable.failed(connection, envelope.id()));
  }

  @Override
  public Optional<Outgoing> claim(Lane lane) {
    return readable(lane, ParcelTable::claim, "parcel");
  }

  @Override
  public void returned(Parcel parcel) {
    change(connection -> ParcelTable.returned(connection, parcel.id()));
  }

  @Override
  public void privately(Parcel parcel) {
    change(connection -> ParcelTable.privately(connection, parcel.id()));
  }

  @Override
  public void settle(Parcel parcel, End end) {
    change(connection -> {
      if (end instanceof End.GivenUp(String reason)) {
        Optional<String> whose = Custody.person(connection, "parcel", parcel.id());
        ParcelTable.bury(connection, parcel.id(), parcel.lane().name(), reason, whose, now());
      }
      ParcelTable.remove(connection, parcel.id());
    });
  }

  /** What another version has stored in a form that this one cannot read must not stop a lane. */
  private <T> Optional<T> readable(Lane lane, Next<T> next, String table) {
    while (true) {
      try {
        return run(connection -> next.of(connection, lane));
      } catch (UnreadableRow e) {
        change(connection -> {
          Optional<String> whose = Custody.person(connection, table, e.id());
          ParcelTable.bury(connection, e.id(), lane.name(), UNREADABLE, whose, now());
          Sql.update(connection, "delete from " + table + " where id = ?", e.id());
        });
      }
    }
  }

  @Override
  public Set<Lane> waiting() {
    return run(connection -> {
      Set<Lane> lanes = new LinkedHashSet<>(EnvelopeTable.lanes(connection));
      lanes.addAll(ParcelTable.lanes(connection));
      return lanes;
    });
  }

  @Override
  public boolean isWaiting(Lane lane) {
    return run(connection ->
        switch (lane.work()) {
          case ANSWER -> EnvelopeTable.isWaiting(connection, lane);
          case SEND -> ParcelTable.isWaiting(connection, lane);
        });
  }

  @Override
  public void forgetBefore(Instant conversations, Instant taken) {
    OffsetDateTime kept = conversations.atOffset(ZoneOffset.UTC);
    forget("conversation", "changed_at", kept, "id");
    for (String table : List.of("dead_letter", "envelope", "parcel")) {
      forget(table, "at", kept, "seq");
    }
    forget("rating", "at", kept, "ticket");
    forget("unheld", "at", kept, "question", "person");
    inPortions(
        connection -> Custody.forgetWords(connection, now().minus(Conversation.MEMORY), PORTION));
    forget("taken", "at", taken.atOffset(ZoneOffset.UTC), "id");
  }

  private void forget(String table, String time, OffsetDateTime before, String... key) {
    Expiry expiry = new Expiry(table, time, key);
    inPortions(connection -> expiry.forget(connection, before, PORTION));
  }

  /** Others get their turn in between: there may be a million rows, and Slack waits 3 seconds. */
  private void inPortions(Work<Integer> portion) {
    int done;
    do {
      done = run(portion);
    } while (done == PORTION);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private void change(Change change) {
    run(connection -> {
      change.in(connection);
      return null;
    });
  }

  private <T extends @Nullable Object> T run(Work<T> work) {
    try {
      return database.inTransaction(work);
    } catch (SQLException e) {
      throw new LedgerException(e);
    }
  }

  /** Changes rows. */
  private interface Change {
    void in(Connection connection) throws SQLException;
  }

  /** Finds the first of a lane. */
  private interface Next<T> {
    Optional<T> of(Connection connection, Lane lane) throws SQLException;
  }

  /** Thrown where the database fails; the message has its state and no values. */
  static final class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerException(SQLException cause) {
      super(Database.reason(cause), cause);
    }
  }
}
