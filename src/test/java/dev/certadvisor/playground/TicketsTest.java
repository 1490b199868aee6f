package dev.certadvisor.playground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Tickets.Place;
import dev.certadvisor.playground.Tickets.Redeemed;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicketsTest {

  private final StandInClock clock = new StandInClock();
  private final Tickets tickets = new Tickets(clock, new Random(1));
  private final Place place = new Place("U1", "C1", Optional.empty(), Optional.empty());

  @Test
  void aTriggerIsGoodForThreeSeconds() {
    String trigger = tickets.trigger("U1");

    clock.advance(Duration.ofSeconds(3));

    assertThat(tickets.redeem(trigger)).isEqualTo(new Redeemed.For("U1", ""));
  }

  @Test
  void aTriggerExpiresAfterThreeSeconds() {
    String trigger = tickets.trigger("U1");

    clock.advance(Duration.ofMillis(3001));

    assertThat(tickets.redeem(trigger)).isEqualTo(new Redeemed.Refused("expired_trigger_id"));
  }

  @Test
  void aTriggerIsGoodOnce() {
    String trigger = tickets.trigger("U1");
    tickets.redeem(trigger);

    assertThat(tickets.redeem(trigger)).isEqualTo(new Redeemed.Refused("exchanged_trigger_id"));
  }

  @Test
  void aTriggerThatNeverWasIsRefused() {
    assertThat(tickets.redeem("1.2.3")).isEqualTo(new Redeemed.Refused("invalid_trigger_id"));
  }

  @Test
  void aResponseUrlTakesFivePosts() {
    String response = tickets.response(place);
    for (int i = 0; i < 5; i++) {
      assertThat(tickets.use(response)).contains(place);
    }

    assertThat(tickets.use(response)).isEmpty();
  }

  @Test
  void aResponseUrlLastsHalfAnHour() {
    String response = tickets.response(place);

    clock.advance(Duration.ofMinutes(30));
    assertThat(tickets.use(response)).contains(place);

    clock.advance(Duration.ofMillis(1));
    assertThat(tickets.use(response)).isEmpty();
  }
}
