package dev.certadvisor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.conversation.ChannelRule;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Correspondent;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Lane;
import dev.certadvisor.delivery.Ledger;
import dev.certadvisor.delivery.LedgerContract;
import dev.certadvisor.delivery.Parcel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2LedgerTest implements LedgerContract {

  /** Opening takes longer than all tests together, so they share one. */
  private static final Database DATABASE =
      Database.embedded(Path.of("target", "ledger-" + UUID.randomUUID()));

  @TempDir private Path folder;
  private final Correspondent ann = new Correspondent();
  private final JdbcLedger ledger = new JdbcLedger(DATABASE, ann::now);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public Correspondent ann() {
    return ann;
  }

  @Test
  void aRowThatCannotBeReadIsBuriedAndTheNextOneComes() throws Exception {
    Lane lane = new Lane(Lane.Work.ANSWER, "person:T1/unreadable");
    DATABASE.inTransaction(connection -> {
      try (Statement statement = connection.createStatement()) {
        return statement.executeUpdate(
            "insert into envelope (id, conversation, body) values"
                + " ('odd', 'person:T1/unreadable', '{\"of\":\"another version\"}')");
      }
    });

    assertThat(ledger.nextEnvelope(lane)).isEmpty();
    assertThat(ledger.waiting()).doesNotContain(lane);
  }

  @Test
  void aConversationThatCannotBeReadBeginsAnew() throws Exception {
    PersonId person = new PersonId("T1", "old");
    Envelope said =
        new Envelope(
            "old-1",
            new Incoming.Said(new ConversationId.Private(person), person, "hello"),
            new Address.DirectTo("T1", "old"),
            ann.now());
    DATABASE.inTransaction(connection ->
        Sql.update(
            connection,
            "insert into conversation (id, version, body, changed_at) values (?, 3, ?, ?)",
            said.lane().name(),
            "[\"another version\"]",
            OffsetDateTime.now(ZoneOffset.UTC)));
    ledger.take(said);
    Conversation greeted = new Conversation(Optional.empty(), Optional.empty(), true, false);

    ledger.answer(
        said,
        before -> {
          assertThat(before).isEqualTo(Conversation.NEW);
          return new Ledger.Answered(greeted, List.of());
        });

    assertThat(deadLetters("person:T1/old"))
        .containsExactly("stored in a form that cannot be read");
    assertThat(ledger.waiting()).doesNotContain(said.lane());
  }

  @Test
  void whatIsGivenUpIsADeadLetterWithItsReason() throws Exception {
    Parcel parcel = new Parcel("given-up#0", new Address.DirectTo("T1", "gone"), "{}");
    ledger.take("given-up", List.of(parcel));

    ledger.settle(parcel, new Ledger.End.GivenUp("token_revoked"));

    assertThat(deadLetters("T1/gone")).containsExactly("token_revoked");
  }

  @Test
  void whatIsSettledForAChannelHoldsAtOnce() {
    StoredRules rules = new StoredRules(DATABASE);
    JdbcLedger told = new JdbcLedger(DATABASE, ann::now, rules);
    PersonId admin = new PersonId("T-ruled", "U1");
    ChannelRule quiet = new ChannelRule(ChannelRule.Speaking.OFF, false);
    Envelope envelope =
        new Envelope(
            "ruled",
            new Incoming.Said(new ConversationId.Private(admin), admin, "be quiet there"),
            new Address.DirectTo("T-ruled", "U1"),
            ann.now());
    told.take(envelope);
    assertThat(rules.of("T-ruled", "C1")).as("remembered").isEqualTo(ChannelRule.USUAL);

    told.answer(
        envelope,
        before -> new Ledger.Answered(before, List.of(), List.of(new Effect.Ruled("C1", quiet))));

    assertThat(rules.of("T-ruled", "C1")).isEqualTo(quiet);
  }

  private static List<String> deadLetters(String lane) throws SQLException {
    return DATABASE.inTransaction(connection ->
        Sql.all(
            connection,
            "select reason from dead_letter where channel = ?",
            row -> row.getString(1),
            lane));
  }

  /** Without this, a kill between two of them can lock a row for ever (ADR 32). */
  @Test
  void transactionsOnAFileTakeTurns() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger crowded = new AtomicInteger();
    List<Callable<Boolean>> tasks =
        Collections.nCopies(
            64,
            () ->
                DATABASE.inTransaction(connection -> {
                  crowded.addAndGet(inside.getAndIncrement());
                  boolean up = connection.isValid(1);
                  inside.decrementAndGet();
                  return up;
                }));

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> task : threads.invokeAll(tasks)) {
        assertThat(task.get()).isTrue();
      }
    }

    assertThat(crowded).hasValue(0);
  }

  @Test
  void aTransactionWithinATransactionIsRefusedInsteadOfWaitingForItself() {
    assertThatThrownBy(() ->
            DATABASE.inTransaction(outer -> DATABASE.<Boolean>inTransaction(connection -> true)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whatIsCommittedTogetherFailsAlone() throws Exception {
    try (Database crowded = Database.embedded(folder.resolve("crowded"))) {
      JdbcLedger kept = new JdbcLedger(crowded, InstantSource.system());
      Parcel parcel = new Parcel("p", new Address.DirectTo("T1", "U1"), "{}");
      CompletableFuture<Boolean> free = new CompletableFuture<>();
      List<FutureTask<Boolean>> tasks = new ArrayList<>();
      tasks.add(new FutureTask<>(() -> crowded.inTransaction(connection -> free.join())));
      tasks.add(
          new FutureTask<>(() ->
              crowded.inTransaction(connection -> {
                kept(connection, parcel);
                throw new IllegalStateException("poison");
              })));
      for (int i = 0; i < 20; i++) {
        String id = "id" + i / 2;
        tasks.add(new FutureTask<>(() -> kept.take(id, List.of())));
      }
      for (FutureTask<Boolean> task : tasks) {
        Thread thread = Thread.ofPlatform().start(task);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
          Thread.onSpinWait(); // until its work stands in the queue
        }
      }
      free.complete(true);

      assertThat(tasks.removeFirst().get()).isTrue();
      assertThatThrownBy(tasks.removeFirst()::get).hasRootCauseMessage("poison");
      int successes = 0;
      for (FutureTask<Boolean> task : tasks) {
        successes += task.get() ? 1 : 0;
      }
      assertThat(successes).as("one of each two with the same id").isEqualTo(10);
      assertThat(kept.isWaiting(parcel.lane())).as("what the broken work had stored").isFalse();
    }
  }

  private static void kept(Connection connection, Parcel parcel) throws SQLException {
    ParcelTable.put(
        connection, List.of(parcel), Optional.empty(), OffsetDateTime.now(ZoneOffset.UTC));
  }

  @Test
  void aClosedDatabaseSaysSoAtOnce() {
    Database closed = Database.embedded(folder.resolve("closed"));
    closed.close();

    assertThatThrownBy(() -> closed.inTransaction(connection -> true))
        .isInstanceOf(SQLNonTransientConnectionException.class);
  }

  @Test
  void aDamagedFileIsRefusedInOneLine() throws Exception {
    Path damaged = folder.resolve("damaged");
    Files.createDirectories(damaged);
    Files.writeString(damaged.resolve("advisor.mv.db"), "no database at all\n".repeat(1_000));

    assertThatThrownBy(() -> Database.embedded(damaged))
        .isInstanceOf(Database.UnusableDatabase.class)
        .satisfies(e -> assertThat(e.getMessage()).isNotBlank().doesNotContain("\n"));
  }

  @Test
  void whatWasKeptIsThereAfterOpeningAgain() throws IOException {
    Path file = folder.resolve("kept");
    Database before = Database.embedded(file);
    before.close();

    Database after = Database.embedded(file);

    assertThat(after.isUp()).isTrue();
    after.close();
    assertThat(after.isUp()).isFalse();
  }
}
