package dev.certadvisor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Effect;
import dev.certadvisor.delivery.Ledger.Answered;
import dev.certadvisor.delivery.Ledger.End;
import dev.certadvisor.delivery.Ledger.Outgoing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a ledger keeps of what is to go out: how far each parcel has got. */
interface ParcelContract extends LedgerUnderTest {

  static Stream<Address> addresses() {
    return Stream.of(
        new Address.InChannel("T1", "C1", Optional.of("1.5")),
        new Address.InChannel("T1", "D1", Optional.empty()),
        new Address.OnlyFor("T1", "C1", Optional.of("1.5"), "U1"),
        new Address.DirectTo("T1", "U1"),
        new Address.Return("T1", "C1", "U1", "https://hooks.example/1?a=b&c"),
        new Address.Home("T1", "U1"),
        new Address.Suggestions("T1", "D1"));
  }

  @ParameterizedTest
  @MethodSource("dev.certadvisor.delivery.ParcelContract#addresses")
  default void aParcelComesBackAsItWas(Address address) {
    Parcel parcel = new Parcel(Correspondent.id(), address, "{\"text\":\"<&>’🎓\"}");
    ledger().take(Correspondent.id(), List.of(parcel));

    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 0, false, false));
    ledger().settle(parcel, new End.Arrived());
  }

  @Test
  default void aParcelsFateIsRemembered() {
    Parcel parcel = ann().parcel("hi");
    ledger().take(Correspondent.id(), List.of(parcel));

    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 0, false, false));
    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 1, true, false));
    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 1, true, false));
    ledger().returned(parcel);
    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 1, false, false));
    ledger().privately(parcel);
    assertThat(ledger().claim(parcel.lane())).contains(new Outgoing(parcel, 2, false, true));
    assertThat(ledger().isWaiting(parcel.lane())).isTrue();
    ledger().settle(parcel, new End.GivenUp("channel_not_found"));
    assertThat(ledger().claim(parcel.lane())).isEmpty();
    assertThat(ledger().isWaiting(parcel.lane())).isFalse();
  }

  @Test
  default void aHaltTakesAwayWhatWaitsThereButNotWhatIsBeingSentOrGoesElsewhere() {
    Parcel begun = ann().parcel("begun");
    Parcel elsewhere = new Parcel(Correspondent.id(), ann().thread("2.5"), "other");
    ledger().take(Correspondent.id(), List.of(begun, ann().parcel("waits"), elsewhere));
    assertThat(ledger().claim(begun.lane()).orElseThrow().parcel()).isEqualTo(begun);
    Envelope halted = ann().said("stop");
    ledger().take(halted);

    Set<Lane> woken =
        ledger()
            .answer(
                halted,
                before ->
                    new Answered(
                        before, List.of(ann().parcel("stopped")), List.of(new Effect.Halt())));

    assertThat(woken).containsExactly(begun.lane());
    List<Parcel> left = new ArrayList<>();
    for (Optional<Outgoing> next = ledger().claim(begun.lane());
        next.isPresent();
        next = ledger().claim(begun.lane())) {
      left.add(next.get().parcel());
      ledger().settle(next.get().parcel(), new End.Arrived());
    }
    assertThat(left).containsExactly(begun, elsewhere, ann().parcel("stopped"));
  }
}
