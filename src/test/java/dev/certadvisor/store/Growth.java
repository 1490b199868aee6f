package dev.certadvisor.store;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.decision.Answer;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Ledger.Answered;
import dev.certadvisor.interview.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Measures what the database does with many conversations. Arguments: {@code h2} or {@code
 * postgresql}, and numbers of conversations. {@code src/docs/performance.md} has what came out, and
 * the command.
 *
 * <p>Each conversation is a person's with an interview of six answers; their last changes are
 * spread over the retention of 90 days, and as many ids of events over the 7 days for which these
 * are known.
 */
final class Growth {

  private static final Duration RETENTION = Duration.ofDays(90);
  private static final Duration KNOWN = Duration.ofDays(7);
  private static final int WARM_UP = 500;
  private static final int MEASURED = 2_000;
  private static final int BATCH = 1_000;

  private final String kind;
  private final int conversations;
  private final Path folder;
  private final Supplier<Database> opening;
  private final Instant now = Instant.now();
  private final Random random = new Random(7);
  private final AtomicInteger events = new AtomicInteger();

  private Growth(String kind, int conversations) throws IOException {
    this.kind = kind;
    this.conversations = conversations;
    this.folder = Files.createTempDirectory("growth");
    if (kind.equals("h2")) {
      opening = () -> Database.embedded(folder);
    } else {
      String url = Postgres.url("growth" + conversations);
      opening = () -> Database.postgresql(url, Optional.of("postgres"), Optional.empty());
    }
  }

  public static void main(String[] arguments) throws Exception {
    System.out.println(
        "database     conversations  open ms  MB      take+answer us p50 / p99  retention ms  a half forgotten s  longest wait ms");
    for (String size : Arrays.copyOfRange(arguments, 1, arguments.length)) {
      new Growth(arguments[0], Integer.parseInt(size)).measure();
    }
  }

  private void measure() throws Exception {
    try (Database database = opening.get()) {
      fill(database);
    }
    long begun = System.nanoTime();
    try (Database database = opening.get()) {
      double open = millisSince(begun);
      long size = size(database);
      JdbcLedger ledger = new JdbcLedger(database, Clock.systemUTC());
      for (int i = 0; i < WARM_UP; i++) {
        answer(ledger);
      }
      long[] took = new long[MEASURED];
      for (int i = 0; i < MEASURED; i++) {
        long start = System.nanoTime();
        answer(ledger);
        took[i] = System.nanoTime() - start;
      }
      Arrays.sort(took);
      long hour = System.nanoTime();
      ledger.forgetBefore(
          now.minus(RETENTION).plus(Duration.ofHours(1)),
          now.minus(KNOWN).plus(Duration.ofHours(1)));
      double retention = millisSince(hour);
      AtomicLong longest = new AtomicLong();
      double half = forgetHalf(ledger, longest);
      System.out.printf(
          Locale.ROOT,
          "%-12s %13d  %7.0f  %-6.1f  %13.0f / %-8.0f  %12.1f  %18.1f  %15.1f%n",
          kind,
          conversations,
          open,
          size / 1e6,
          took[MEASURED / 2] / 1e3,
          took[MEASURED * 99 / 100] / 1e3,
          retention,
          half,
          longest.get() / 1e6);
    }
    delete(folder);
  }

  /** As when the retention is made shorter; somebody writes all the while. */
  private double forgetHalf(JdbcLedger ledger, AtomicLong longest) throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    Thread writer =
        Thread.ofPlatform()
            .start(() -> {
              while (!over.get()) {
                long start = System.nanoTime();
                answer(ledger);
                longest.accumulateAndGet(System.nanoTime() - start, Math::max);
              }
            });
    long begun = System.nanoTime();
    ledger.forgetBefore(now.minus(RETENTION.dividedBy(2)), now.minus(KNOWN.dividedBy(2)));
    double seconds = millisSince(begun) / 1e3;
    over.set(true);
    writer.join();
    return seconds;
  }

  /** One event of a person who was there before: taken, its conversation loaded and saved. */
  private void answer(JdbcLedger ledger) {
    PersonId person = person(random.nextInt(conversations));
    Envelope envelope =
        new Envelope(
            "event:Ev" + events.incrementAndGet(),
            new Incoming.Said(new ConversationId.Private(person), person, "why"),
            new Address.DirectTo(person.workspace(), person.user()),
            now);
    boolean taken = ledger.take(envelope);
    var unused = ledger.answer(envelope, before -> new Answered(other(before), List.of()));
    if (!taken) {
      throw new IllegalStateException("each event comes once");
    }
  }

  /** Not the same as before, so that it is saved. */
  private static Conversation other(Conversation before) {
    return new Conversation(
        before.focus(), before.interview(), before.greeted(), !before.erasureAsked());
  }

  private void fill(Database database) throws SQLException {
    for (int from = 0; from < conversations; from += BATCH) {
      int first = from;
      int last = Math.min(from + BATCH, conversations);
      database.inTransaction(connection -> {
        fill(connection, first, last);
        return true;
      });
    }
  }

  private void fill(Connection connection, int first, int last) throws SQLException {
    try (PreparedStatement conversation =
            connection.prepareStatement(
                "insert into conversation (id, version, body, changed_at, person) values (?, 1, ?, ?, ?)");
        PreparedStatement taken =
            connection.prepareStatement("insert into taken (id, at) values (?, ?)")) {
      for (int i = first; i < last; i++) {
        PersonId person = person(i);
        double part = (double) i / conversations;
        Instant changed = now.minus(RETENTION).plusMillis((long) (RETENTION.toMillis() * part));
        conversation.setString(1, new ConversationId.Private(person).key());
        conversation.setString(2, StoredJson.write(conversation(changed)));
        conversation.setObject(3, changed.atOffset(ZoneOffset.UTC));
        conversation.setString(4, person.workspace() + "/" + person.user());
        conversation.addBatch();
        taken.setString(1, "event:Ev0" + i);
        taken.setObject(
            2,
            now.minus(KNOWN).plusMillis((long) (KNOWN.toMillis() * part)).atOffset(ZoneOffset.UTC));
        taken.addBatch();
      }
      conversation.executeBatch();
      taken.executeBatch();
    }
  }

  private static PersonId person(int number) {
    return new PersonId("T0GROWTH", "U%08d".formatted(number));
  }

  private static Conversation conversation(Instant changed) {
    List<Session.Step> steps =
        Stream.of("daily-work", "work-cloud", "goal", "maths", "study", "time")
            .map(question ->
                new Session.Step(
                    List.of(
                        new Answer(
                            new Choice(new QuestionId(question), new ChoiceId("not-sure")),
                            "a1b2"))))
            .toList();
    Session session =
        new Session("1/c3d4", steps, Session.Phase.ENDED, false, Optional.empty(), 0, changed);
    return new Conversation(Optional.empty(), Optional.of(session), true, false);
  }

  private long size(Database database) throws SQLException, IOException {
    if (kind.equals("h2")) {
      return Files.size(folder.resolve("advisor.mv.db"));
    }
    return database.inTransaction(connection ->
        Sql.first(connection, "select pg_database_size(current_database())", row -> row.getLong(1))
            .orElseThrow());
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
