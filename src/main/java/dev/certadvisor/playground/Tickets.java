package dev.certadvisor.playground;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What Slack hands out for a while: trigger ids (3 seconds, one use; docs.slack.dev, "Modals") and
 * response URLs (30 minutes, five uses; "Handling user interaction").
 */
final class Tickets {

  static final Duration TRIGGER_LIFE = Duration.ofSeconds(3);
  static final Duration RESPONSE_LIFE = Duration.ofMinutes(30);
  static final int RESPONSE_USES = 5;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Map<String, Trigger> triggers = new HashMap<>();
  private final Map<String, Place> places = new HashMap<>();
  private final Map<String, Use> uses = new HashMap<>();

  Tickets(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** Who did something, and when. */
  private record Trigger(String person, String conversation, Instant issued) {}

  private record Use(Instant issued, int count) {}

  /**
   * Where a response URL leads.
   *
   * @param message the message acted on, where there is one
   */
  record Place(String person, String channel, Optional<String> thread, Optional<Message> message) {}

  /** What became of a trigger id. */
  sealed interface Redeemed {
    record For(String person, String conversation) implements Redeemed {}

    record Refused(String error) implements Redeemed {}
  }

  String trigger(String person) {
    return trigger(person, "");
  }

  /** A trigger id of something that a person did in a conversation; empty where in none. */
  synchronized String trigger(String person, String conversation) {
    String id = digits() + "." + digits() + "." + hex(32);
    triggers.put(id, new Trigger(person, conversation, clock.instant()));
    return id;
  }

  synchronized Redeemed redeem(String id) {
    Trigger trigger = triggers.get(id);
    if (trigger == null) {
      return new Redeemed.Refused("invalid_trigger_id");
    }
    if (trigger.issued().equals(Instant.MIN)) {
      return new Redeemed.Refused("exchanged_trigger_id");
    }
    if (trigger.issued().plus(TRIGGER_LIFE).isBefore(clock.instant())) {
      return new Redeemed.Refused("expired_trigger_id");
    }
    triggers.put(id, new Trigger(trigger.person(), "", Instant.MIN));
    return new Redeemed.For(trigger.person(), trigger.conversation());
  }

  /** A new response URL's last part. */
  synchronized String response(Place place) {
    String id = digits() + "-" + hex(24);
    places.put(id, place);
    uses.put(id, new Use(clock.instant(), 0));
    return id;
  }

  /** One use of a response URL; empty where it never was, has expired or was used up. */
  synchronized Optional<Place> use(String id) {
    Use use = uses.get(id);
    if (use == null
        || use.count() >= RESPONSE_USES
        || use.issued().plus(RESPONSE_LIFE).isBefore(clock.instant())) {
      return Optional.empty();
    }
    uses.put(id, new Use(use.issued(), use.count() + 1));
    return Optional.ofNullable(places.get(id));
  }

  private String digits() {
    return Long.toString(random.nextLong(1_000_000_000_000L, 9_999_999_999_999L));
  }

  private String hex(int length) {
    byte[] bytes = new byte[length / 2];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
