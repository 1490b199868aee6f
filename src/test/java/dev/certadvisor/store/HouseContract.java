package dev.certadvisor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where people answer, as each workspace has settled it, on every database. */
abstract class HouseContract {

  private final AtomicLong nanos = new AtomicLong();

  abstract Database database();

  private StoredHouse house() {
    return new StoredHouse(database(), nanos::get);
  }

  @BeforeEach
  void empty() throws SQLException {
    database().inTransaction(connection -> Sql.update(connection, "delete from people_to_ask"));
  }

  @Test
  void eachWorkspaceHasItsOwnAndTheNewestHolds() throws SQLException {
    settle("T1", Optional.of("C1"));
    settle("T1", Optional.of("C2"));
    settle("T2", Optional.of("C3"));

    assertThat(house().peopleToAsk("T1")).contains("C2");
    assertThat(house().peopleToAsk("T2")).contains("C3");
    assertThat(house().peopleToAsk("T3")).isEmpty();
  }

  @Test
  void whatIsUndoneIsGone() throws SQLException {
    settle("T1", Optional.of("C1"));
    settle("T1", Optional.empty());

    assertThat(house().peopleToAsk("T1")).isEmpty();
  }

  @Test
  void whatAnotherInstanceSettledIsSeenWithTheNextRequest() throws SQLException {
    StoredHouse house = house();
    house.lookAgain("T1");
    settle("T1", Optional.of("C1"));

    house.lookAgain("T1");
    assertThat(house.peopleToAsk("T1")).as("a moment ago").isEmpty();

    nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(house.peopleToAsk("T1")).as("without a request").isEmpty();
    house.lookAgain("T1");
    assertThat(house.peopleToAsk("T1")).contains("C1");
  }

  private void settle(String workspace, Optional<String> channel) throws SQLException {
    PersonId admin = new PersonId(workspace, "U1");
    Envelope envelope =
        new Envelope(
            "e",
            new Incoming.Chose(new ConversationId.Private(admin), admin, new Act.SetPeople()),
            new Address.DirectTo(workspace, "U1"),
            Instant.EPOCH);
    database()
        .inTransaction(connection -> {
          StoredHouse.keep(connection, envelope, List.of(new Effect.PeopleChosen(channel)));
          return 0;
        });
  }
}
