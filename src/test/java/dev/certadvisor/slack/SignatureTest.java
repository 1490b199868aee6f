package dev.certadvisor.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first case is the worked example of Slack's page "Verifying requests from Slack". */
class SignatureTest {

  private static final Instant SENT = Instant.ofEpochSecond(1_531_420_618);
  private static final String EXAMPLE =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text="
          + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
          + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121"
          + ".803a0bc887a14d10d2c447fce8b6703c";
  private static final String SIGNED =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

  @Test
  void slacksOwnExampleMatches() {
    assertThat(matches(SENT, "1531420618", SIGNED, EXAMPLE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  void theClockMayDifferByFiveMinutes(long seconds) {
    assertThat(matches(SENT.plusSeconds(seconds), "1531420618", SIGNED, EXAMPLE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void butNotByMore(long seconds) {
    assertThat(matches(SENT.plusSeconds(seconds), "1531420618", SIGNED, EXAMPLE)).isFalse();
  }

  @Test
  void anyOtherByteDoesNotMatch() {
    assertThat(matches(SENT, "1531420618", SIGNED, EXAMPLE + "\n")).isFalse();
    assertThat(matches(SENT, "1531420619", SIGNED, EXAMPLE)).isFalse();
    assertThat(matches(SENT, "1531420618", SIGNED.toUpperCase(Locale.ROOT), EXAMPLE)).isFalse();
  }

  @Test
  void missingAndMalformedHeadersDoNotMatch() {
    assertThat(matches(SENT, null, SIGNED, EXAMPLE)).isFalse();
    assertThat(matches(SENT, "1531420618", null, EXAMPLE)).isFalse();
    assertThat(matches(SENT, "today", SIGNED, EXAMPLE)).isFalse();
    assertThat(matches(SENT, "99999999999999999999", SIGNED, EXAMPLE)).isFalse();
    assertThat(matches(SENT, "9223372036854775807", SIGNED, EXAMPLE)).isFalse();
  }

  private static boolean matches(
      Instant now, @Nullable String timestamp, @Nullable String signature, String body) {
    return new Signature("8f742231b10e8888abcd99yyyzzz85a5", InstantSource.fixed(now))
        .matches(timestamp, signature, body.getBytes(UTF_8));
  }
}
