package dev.certadvisor;

import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What one person of a trial does, as Slack sends it: every fifth mentions the app in a thread of a
 * channel, the others write to it directly and press a choice every third time.
 *
 * @param number counts the people from 0
 */
record TrialPerson(int number) {

  static final String SECRET = "trial";
  private static final String WORKSPACE = "T0A1";
  private static final String THREAD = "1700000000.000001";

  private boolean isDirect() {
    return number % 5 < 4;
  }

  String channel() {
    return (isDirect() ? "D" : "C") + number;
  }

  /** Where the person's interview is kept. */
  ConversationId conversation() {
    return isDirect()
        ? new ConversationId.Private(new PersonId(WORKSPACE, user()))
        : new ConversationId.ChannelThread(WORKSPACE, channel(), THREAD);
  }

  private String user() {
    return "U" + channel();
  }

  /** The one word by which the n-th thing is known; the answer begins with it. */
  String word(int n) {
    return channel() + "m" + n;
  }

  /** Posts the n-th thing; whether it was acknowledged. */
  boolean post(URI address, int n) {
    return (isDirect() && n % 3 == 2)
        ? isAcknowledged(() -> sender(address).interaction(click(word(n))).statusCode())
        : isAcknowledged(() -> sender(address).json(message(word(n))).statusCode());
  }

  /** Posts the message event that Slack sends besides a mention; nothing is there for others. */
  void postTwin(URI address, int n) {
    if (!isDirect()) {
      var unused = isAcknowledged(() -> sender(address).json(twin(word(n))).statusCode());
    }
  }

  private static SignedSender sender(URI address) {
    return new SignedSender(address, SECRET);
  }

  private static boolean isAcknowledged(Post post) {
    try {
      return post.status() == 200;
    } catch (AssertionError e) {
      return false; // the process has just died
    }
  }

  private String message(String word) {
    String shape = isDirect() ? "direct-message" : "app-mention";
    String text = isDirect() ? word : "<@U0BOT> " + word;
    return inThread(
        Payloads.of(
            shape,
            Map.of(
                "event", "Ev" + word, "text", text, "ts", "1700000000.1", "channel", channel())));
  }

  private String twin(String word) {
    return inThread(
        Payloads.of(
                "channel-message",
                Map.of("event", "Ev" + word + "twin", "text", "<@U0BOT> " + word))
            .replace("C0GEN", channel()));
  }

  private String inThread(String payload) {
    return payload
        .replace("U0ANN", user())
        .replaceFirst("\"ts\":", "\"thread_ts\":\"" + THREAD + "\",\"ts\":");
  }

  private String click(String word) {
    String value = "1.choose." + base64("q") + "." + base64(word);
    return Payloads.of(
            "click",
            Map.of(
                "value", value, "channel", channel(), "click", word, "responseUrl", "http://none"))
        .replace("U0ANN", user())
        .replace("\"thread_ts\":\"1763900000.000100\"", "\"thread_ts\":\"" + THREAD + "\"");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The word of an answer's text and its number; empty where it is none. */
  static Optional<Counted> counted(String answer) {
    String[] parts = answer.split(" is number ", -1);
    return parts.length == 2
        ? Optional.of(new Counted(parts[0], Integer.parseInt(parts[1])))
        : Optional.empty();
  }

  /**
   * What an answer says.
   *
   * @param word what it answers
   * @param number how many things were heard in that conversation by then
   */
  record Counted(String word, int number) {}

  private interface Post {
    int status();
  }
}
