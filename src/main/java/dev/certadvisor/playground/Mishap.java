package dev.certadvisor.playground;

import java.time.Duration;

/** Something that goes wrong with one call of the app. */
public sealed interface Mishap {

  /** Too many calls: not carried out, answered with 429 and when to come again. */
  record Limited(Duration retryAfter) implements Mishap {}

  /** Not carried out, answered with one of Slack's errors, such as {@code channel_not_found}. */
  record Refused(String error) implements Mishap {}

  /** Not carried out, answered with an HTTP status such as 503 and without JSON. */
  record Failing(int status) implements Mishap {}

  /** Carried out, and the answer comes late. */
  record Hanging(Duration hang) implements Mishap {}

  /** The connection breaks before the answer is whole. */
  record Cut(boolean carriedOut) implements Mishap {}
}
