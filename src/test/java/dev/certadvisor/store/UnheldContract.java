package dev.certadvisor.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Ledger.Answered;
import dev.certadvisor.search.KeyWords;
import dev.certadvisor.store.Unheld.Group;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was asked in vain is told without telling who asked, on every database. */
abstract class UnheldContract {

  private static final Duration RETENTION = Duration.ofDays(90);

  private Instant now = Instant.parse("2026-11-23T12:34:56Z");

  abstract Database database();

  private JdbcLedger ledger() {
    return new JdbcLedger(database(), () -> now);
  }

  @BeforeEach
  void begin() {
    ledger().forgetBefore(Instant.parse("2100-01-01T00:00:00Z"), now);
  }

  @Test
  void wordingsOfOneQuestionStandTogetherAndMostPeopleFirst() {
    ask("ann", "is there a student discount");
    ask("ann", "is there a student discount");
    ask("bob", "student discounts");
    ask("cem", "which calculator is allowed");
    ask("dan", "which calculator is allowed");
    now = now.plus(Duration.ofDays(1));
    ask("eve", "is there a discount for a student");

    assertThat(groups(2))
        .containsExactly(
            new Group("is there a student discount", 3, 4, LocalDate.parse("2026-11-24")),
            new Group("which calculator is allowed", 2, 2, LocalDate.parse("2026-11-23")));
  }

  @Test
  void whatTooFewAskedIsNotTold() {
    ask("ann", "my boss says no");
    ask("ann", "my boss says no");
    ask("bob", "student discount");
    ask("cem", "student discount");

    assertThat(groups(2)).extracting(Group::question).containsExactly("student discount");
    assertThat(groups(3)).isEmpty();
    assertThatThrownBy(() -> groups(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoIsForgottenDoesNotCountAnyMore() {
    ask("ann", "student discount");
    ask("bob", "student discount");
    ask("cem", "student discount");

    answer("bob", List.of(new Effect.Forget()));

    assertThat(groups(2)).extracting(Group::people).containsExactly(2);
    assertThat(Walk.rowsWith(database(), "Ubob")).isEmpty();
  }

  @Test
  void nothingIsKeptLongerThanTheRetention() {
    ask("ann", "student discount");
    ask("bob", "student discount");
    now = now.plus(RETENTION).plus(Duration.ofDays(1));

    ledger().forgetBefore(now.minus(RETENTION), now);

    assertThat(Walk.rowsWith(database(), "student discount")).isEmpty();
  }

  @Test
  void theHourIsNotKept() {
    ask("ann", "student discount");

    assertThat(Walk.rowsWith(database(), "student discount").get("unheld"))
        .singleElement()
        .asString()
        .doesNotContain("34:56");
  }

  private List<Group> groups(int people) {
    return new Unheld(database()).groups(new KeyWords(), people, now.minus(RETENTION));
  }

  private void ask(String who, String question) {
    answer(who, List.of(new Effect.Unheld(question)));
  }

  private void answer(String who, List<Effect> effects) {
    PersonId person = new PersonId("T1", "U" + who);
    Envelope envelope =
        new Envelope(
            UUID.randomUUID().toString(),
            new Incoming.Said(new ConversationId.Private(person), person, "words"),
            new Address.DirectTo("T1", "U" + who),
            now);
    ledger().take(envelope);
    ledger().answer(envelope, before -> new Answered(Conversation.NEW, List.of(), effects));
  }
}
