package dev.certadvisor.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The value that goes with an installation to Slack and comes back, so that nobody can have another
 * person's browser finish an installation (RFC 6749, section 10.12). It is signed and has an end,
 * so nothing is stored for those who only begin; the browser keeps a copy in a cookie.
 */
final class InstallState {

  /** As long as an installation may take. */
  static final Duration VALID = Duration.ofMinutes(10);

  private static final int NONCE_BYTES = 24;

  private final SecretKeySpec key;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * States of an app.
   *
   * @param secret the app's client secret, which all instances share
   */
  InstallState(String secret, InstantSource clock) {
    this.key =
        new SecretKeySpec(
            ("install state " + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    this.clock = clock;
  }

  /** A new one. */
  String issue() {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    String claim =
        clock.instant().plus(VALID).getEpochSecond() + "." + HexFormat.of().formatHex(nonce);
    return claim + "." + sign(claim);
  }

  /**
   * When a state ends, if it is one of ours that has not ended.
   *
   * @param state as it came back; anything at all
   */
  Optional<Instant> end(String state) {
    int dot = state.lastIndexOf('.');
    if (dot < 0 || !isEqual(sign(state.substring(0, dot)), state.substring(dot + 1))) {
      return Optional.empty();
    }
    Instant end = Instant.ofEpochSecond(Long.parseLong(state.substring(0, state.indexOf('.'))));
    return end.isBefore(clock.instant()) ? Optional.empty() : Optional.of(end);
  }

  /** Compares without telling by the time where the first difference is. */
  static boolean isEqual(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private String sign(String claim) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(claim.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
