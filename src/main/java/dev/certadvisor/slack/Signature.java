package dev.certadvisor.slack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks that a request is Slack's, over the bytes as they arrived ("Verifying requests from
 * Slack", docs.slack.dev/authentication). The clock may differ either way by {@link #TOLERANCE}, so
 * that a recorded request is of no use later and a request from the future is none either.
 */
final class Signature {

  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final SecretKeySpec key;
  private final InstantSource clock;

  /**
   * A check.
   *
   * @param secret the app's signing secret
   * @param clock tells the time
   */
  Signature(String secret, InstantSource clock) {
    this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    this.clock = clock;
  }

  /**
   * Whether a request is Slack's and fresh.
   *
   * @param timestamp of the header {@code X-Slack-Request-Timestamp}; null where it is missing
   * @param signature of the header {@code X-Slack-Signature}; null where it is missing
   * @param body the bytes as they arrived
   */
  boolean matches(@Nullable String timestamp, @Nullable String signature, byte[] body) {
    if (timestamp == null || signature == null || !isFresh(timestamp)) {
      return false;
    }
    byte[] given = signature.getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(sign(timestamp, body).getBytes(StandardCharsets.UTF_8), given);
  }

  /** The signature that Slack would give. */
  String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  private boolean isFresh(String timestamp) {
    try {
      Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
      return Duration.between(sent, clock.instant()).abs().compareTo(TOLERANCE) <= 0;
    } catch (RuntimeException e) {
      return false; // no number, or one beyond all dates
    }
  }
}
