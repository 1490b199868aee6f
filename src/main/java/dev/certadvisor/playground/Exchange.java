package dev.certadvisor.playground;

import java.time.Instant;
import java.util.Map;

/**
 * One HTTP request and its answer, as the inspector shows it.
 *
 * @param number counts from 1, in the order in which they began
 * @param direction who asked whom
 * @param name the event, action, command or Web API method
 * @param at when it began
 * @param millis how long the answer took; -1 while there is none
 * @param status the HTTP status; 0 while there is none, or where the connection failed
 * @param outcome in a word or two: {@code ok}, Slack's error, {@code timeout} …
 * @param headers those that matter; never the token or the signature
 * @param request the body, readable
 * @param response the body, readable; may be empty
 * @param isSpoilt whether it was made to go wrong
 */
public record Exchange(
    int number,
    Direction direction,
    String name,
    Instant at,
    long millis,
    int status,
    String outcome,
    Map<String, String> headers,
    String request,
    String response,
    boolean isSpoilt) {

  /** Copies the map. */
  public Exchange {
    headers = Map.copyOf(headers);
  }

  /** Who asked whom. */
  public enum Direction {
    /** Slack's request to the app. */
    TO_APP,
    /** The app's call of the Web API or of a response URL. */
    FROM_APP
  }

  /** A request that was begun now. */
  static Exchange begun(
      int number,
      Direction direction,
      String name,
      Instant at,
      Map<String, String> headers,
      String request) {
    return new Exchange(number, direction, name, at, -1, 0, "waiting", headers, request, "", false);
  }

  /** Whether it has come to its end. */
  public boolean isAnswered() {
    return millis >= 0;
  }

  Exchange answered(long afterMillis, int withStatus, String as, String body, boolean spoilt) {
    return new Exchange(
        number, direction, name, at, afterMillis, withStatus, as, headers, request, body, spoilt);
  }
}
