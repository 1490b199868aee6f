package dev.certadvisor.playground;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Slack's request signature (docs.slack.dev, "Verifying requests from Slack"). */
final class Signature {

  private Signature() {}

  /**
   * Signs a request.
   *
   * @param secret the signing secret
   * @param timestamp seconds since the epoch, as in {@code X-Slack-Request-Timestamp}
   * @param body the raw body
   * @return the value of {@code X-Slack-Signature}
   */
  static String of(String secret, long timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed =
          mac.doFinal(("v0:" + timestamp + ":" + body).getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
