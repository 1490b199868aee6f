package dev.certadvisor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.Held;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Ledger.Answered;
import dev.certadvisor.delivery.Ledger.End;
import dev.certadvisor.delivery.Parcel;
import dev.certadvisor.interview.Session;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of a person is kept, shown and deleted, on every database. */
abstract class CustodyContract {

  private static final Duration RETENTION = Duration.ofDays(90);

  private final PersonId ann = person();
  private final PersonId bob = person();
  private Instant now = Instant.parse("2026-11-23T12:00:00Z");

  abstract Database database();

  private JdbcLedger ledger() {
    return new JdbcLedger(database(), () -> now);
  }

  @Test
  void everyTableIsFreeOfAPersonAtOnceAndOfNobodyElse() throws SQLException {
    leaveSomethingInEveryTable(ann);
    leaveSomethingInEveryTable(bob);
    assertThat(Walk.rowsWith(database(), ann.user()))
        .as("each table that names people holds something of this one")
        .containsKeys(Walk.personTables(database()).toArray(String[]::new));

    forget(ann);

    assertThat(Walk.rowsWith(database(), ann.user())).isEmpty();
    assertThat(Walk.rowsWith(database(), bob.user()))
        .containsKeys(Walk.personTables(database()).toArray(String[]::new));
    forget(bob);
  }

  @Test
  void aTableThatALaterVersionBringsIsLookedAfterToo() throws SQLException {
    change("create table later (person varchar(400), note varchar(100))");
    change("insert into later values ('" + Custody.name(ann) + "', 'kept since then')");
    assertThat(new Custody(database()).of(ann)).containsExactly(new Held.Entries("later", 1));

    forget(ann);

    assertThat(Walk.rowsWith(database(), ann.user(), "kept since then")).isEmpty();
    change("drop table later");
  }

  @Test
  void noTableNamesAPersonUnderAnotherName() throws SQLException {
    assertThat(Walk.otherPersonColumns(database())).isEmpty();
    change("create table odd (user_id varchar(400))");
    assertThat(Walk.otherPersonColumns(database()))
        .as("the search is able to find one")
        .containsExactly("odd.user_id");
    change("drop table odd");
  }

  @Test
  void everythingIsShown() {
    leaveSomethingInEveryTable(ann);

    assertThat(new Custody(database()).of(ann))
        .containsExactlyInAnyOrder(
            new Held.Talk(false, remembering(ann)),
            new Held.Talk(true, remembering(ann)),
            new Held.Waiting(said(thread("9"), ann, "q waits").incoming(), now),
            new Held.Rating(rating(ann), now),
            new Held.Entries("dead_letter", 1),
            new Held.Entries("parcel", 3),
            new Held.Unheld(
                "secret of " + ann.user(), 1, now.atZone(ZoneOffset.UTC).toLocalDate()));
    forget(ann);
    assertThat(new Custody(database()).of(ann)).isEmpty();
  }

  @Test
  void whatThePersonDoesAfterwardsIsStillAnswered() {
    Envelope wish = said(talk(ann), ann, "forget me");
    ledger().take(wish);
    now = now.plusMillis(1);
    Envelope later = said(thread("8"), ann, "hello again");
    ledger().take(later);

    ledger().answer(wish, before -> new Answered(Conversation.NEW, List.of(), forgetting()));

    assertThat(ledger().nextEnvelope(later.lane())).contains(later);
    forgetAll();
  }

  @Test
  void wordsAreTakenOutWhenNobodyCanReferToThemAnyMore() {
    answer(talk(ann), ann, remembering(ann));
    now = now.plus(Conversation.MEMORY).minusSeconds(1);
    forgetOld();
    assertThat(Walk.rowsWith(database(), "secret of " + ann.user())).isNotEmpty();
    now = now.plusSeconds(2);

    forgetOld();

    assertThat(Walk.rowsWith(database(), "secret of " + ann.user()))
        .containsOnlyKeys("rating", "unheld");
    assertThat(new Custody(database()).of(ann))
        .contains(new Held.Talk(false, remembering(ann).withoutFocus()));
    forget(ann);
  }

  @Test
  void theWordsOfHoweverManyPeopleAreTakenOutAtOnce() {
    List<PersonId> many =
        IntStream.range(0, 450).mapToObj(i -> new PersonId("T1", ann.user() + "N" + i)).toList();
    many.forEach(person -> answer(talk(person), person, remembering(person)));
    now = now.plus(Conversation.MEMORY).plusSeconds(1);

    forgetOld();

    assertThat(Walk.rowsWith(database(), "secret of " + ann.user() + "N"))
        .containsOnlyKeys("rating", "unheld");
    forgetAll();
  }

  @Test
  void theRetentionHoldsForEveryTable() {
    leaveSomethingInEveryTable(ann);
    now = now.plus(RETENTION).plusSeconds(1);

    forgetOld();

    assertThat(Walk.rowsWith(database(), ann.user())).isEmpty();
  }

  /** Twice in conversations, in the queue, in three messages, in a dead letter. */
  private void leaveSomethingInEveryTable(PersonId person) {
    answer(talk(person), person, remembering(person));
    answer(thread(person.user()), person, remembering(person));
    ledger().take(said(thread("9"), person, "q waits"));
    Address alone = new Address.OnlyFor("T1", "C1", Optional.empty(), person.user());
    ledger().take(id(), List.of(new Parcel(id(), alone, "to " + person.user())));
    Parcel lost = new Parcel(id(), new Address.DirectTo("T1", person.user()), "lost");
    ledger().take(id(), List.of(lost));
    ledger().settle(lost, new End.GivenUp("user_not_found"));
  }

  private void answer(ConversationId where, PersonId person, Conversation next) {
    Envelope envelope = said(where, person, "secret of " + person.user());
    ledger().take(envelope);
    Parcel reply =
        new Parcel(
            envelope.id() + "#0",
            new Address.InChannel("T1", "C1", Optional.of("1.5")),
            "reply to " + person.user());
    List<Effect> rated =
        where instanceof ConversationId.Private
            ? List.of(rating(person), new Effect.Unheld("secret of " + person.user()))
            : List.of();
    ledger().answer(envelope, before -> new Answered(next, List.of(reply), rated));
  }

  private static Effect.Rated rating(PersonId person) {
    return new Effect.Rated(
        false, "cost/fees", Optional.of("other"), Optional.of("secret of " + person.user()));
  }

  private void forget(PersonId person) {
    Envelope wish = said(talk(person), person, "forget me");
    ledger().take(wish);
    ledger().answer(wish, before -> new Answered(Conversation.NEW, List.of(), forgetting()));
  }

  private void forgetAll() {
    now = now.plus(RETENTION).plusSeconds(1);
    forgetOld();
  }

  private void forgetOld() {
    ledger().forgetBefore(now.minus(RETENTION), now.minus(Duration.ofDays(7)));
  }

  private static List<Effect> forgetting() {
    return List.of(new Effect.Forget());
  }

  private static Conversation remembering(PersonId person) {
    Instant then = Instant.parse("2026-11-23T12:00:00Z");
    return new Conversation(
        Optional.of(
            new Conversation.Focus(
                List.of(), "secret of " + person.user(), List.of(), List.of(), then)),
        Optional.of(
            new Session(
                "v1", List.of(), Session.Phase.OPEN, false, Optional.empty(), 0, Instant.EPOCH)),
        true,
        false);
  }

  private Envelope said(ConversationId where, PersonId person, String text) {
    return new Envelope(
        id(),
        new Incoming.Said(where, person, text),
        new Address.InChannel("T1", "C1", Optional.of("1.5")),
        now);
  }

  private static ConversationId talk(PersonId person) {
    return new ConversationId.Private(person);
  }

  private static ConversationId thread(String thread) {
    return new ConversationId.ChannelThread("T1", "C1", thread);
  }

  private void change(String sql) throws SQLException {
    database()
        .inTransaction(connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  private static PersonId person() {
    return new PersonId("T1", "U" + UUID.randomUUID().toString().replace("-", ""));
  }

  private static String id() {
    return UUID.randomUUID().toString();
  }
}
