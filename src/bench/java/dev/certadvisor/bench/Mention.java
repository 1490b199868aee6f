package dev.certadvisor.bench;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed {@code app_mention} requests as Slack posts them, from so many people in as many channels
 * that no channel's pace and no person's limit is what is measured.
 */
final class Mention {

  /** What the requests are signed with. */
  static final String SECRET = "bench-signing-secret";

  private static final List<String> OPENINGS =
      List.of(
          "",
          "hi, ",
          "hello! ",
          "quick one: ",
          "sorry to bother, ",
          "one thing, ",
          "a question: ",
          "morning all, ",
          "for my team: ",
          "so ",
          "maybe silly, but ");

  /** Of each section, of both subjects, comparisons, facts of today, and what no guide holds. */
  private static final List<String> QUESTIONS =
      List.of(
          "how long is the AWS exam?",
          "what does the Azure exam cost?",
          "which services does AI-102 cover?",
          "do I need to know how to code?",
          "who should take the AWS certification?",
          "which one is better for my career?",
          "is there a lab in the Azure exam?",
          "how much does a retake cost?",
          "how much maths is in the machine learning one?",
          "what should I study for feature engineering?",
          "does SageMaker come up a lot?",
          "are there practice tests?",
          "is MLS-C01 still available?",
          "what replaced AI-102?",
          "which is harder, AWS or Azure?",
          "compare both on cost",
          "can a web developer pass the Azure one?",
          "how many months should I plan?",
          "which jobs ask for the AWS one?",
          "is it worth it for a data engineer?",
          "do I need a degree?",
          "what passing score do I need?",
          "where can I learn speech and vision?",
          "does the certificate expire?",
          "is there a free tier to practise on?",
          "what is document intelligence used for?",
          "how do I choose between the two?",
          "who hires people with the Azure certificate?",
          "is deep learning part of it?",
          "where is the best pizza in town?",
          "what does a TPU cost on Google?",
          "should my manager take one of them?",
          "what is the difference in the tools?",
          "can I take it at home?",
          "which languages is the exam in?",
          "what comes after I pass?",
          "does responsible AI matter for the test?");

  private static final List<String> CLOSINGS =
      List.of(
          "",
          " thanks",
          " please",
          " asking for a friend",
          " any idea?",
          " cheers",
          " no hurry",
          " thank you",
          " who knows?",
          " before friday",
          " really",
          " just curious",
          " :)");

  private static final long FIRST_SECOND = 1_763_900_000L;
  private static final int PER_SECOND = 1_000_000;
  private static final int CHANNELS = 20_000;
  private static final int PEOPLE = 2_000;

  private Mention() {}

  /** The message's timestamp, which tells it from all others: {@link #number} reads it. */
  static String timestamp(int number) {
    return FIRST_SECOND + number / PER_SECOND + "." + "%06d".formatted(number % PER_SECOND);
  }

  /** Which message has this timestamp. */
  static int number(String timestamp) {
    int dot = timestamp.indexOf('.');
    long second = Long.parseLong(timestamp.substring(0, dot)) - FIRST_SECOND;
    return (int) (second * PER_SECOND) + Integer.parseInt(timestamp.substring(dot + 1));
  }

  /** The whole request, ready to be written to a connection. */
  static byte[] request(int number, String path) {
    byte[] body = body(number).getBytes(StandardCharsets.UTF_8);
    String now = String.valueOf(System.currentTimeMillis() / 1000);
    String head =
        "POST "
            + path
            + " HTTP/1.1\r\n"
            + "Host: localhost\r\nContent-Type: application/json\r\nAccept: */*\r\n"
            + "User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)\r\n"
            + "X-Slack-Request-Timestamp: "
            + now
            + "\r\n"
            + "X-Slack-Signature: "
            + sign(now, body)
            + "\r\n"
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[start.length + body.length];
    System.arraycopy(start, 0, request, 0, start.length);
    System.arraycopy(body, 0, request, start.length, body.length);
    return request;
  }

  private static String body(int number) {
    String ts = timestamp(number);
    return """
    {"token":"t","team_id":"T0BENCH00","api_app_id":"A0BENCH00","type":"event_callback",\
    "event_id":"Ev%1$d","event_time":1763900000,"is_ext_shared_channel":false,\
    "authorizations":[{"enterprise_id":null,"team_id":"T0BENCH00","user_id":"U0BOT0000",\
    "is_bot":true,"is_enterprise_install":false}],\
    "event":{"type":"app_mention","user":"U%4$d","team":"T0BENCH00","channel":"C%5$d",\
    "text":"<@U0BOT0000> %2$s","ts":"%3$s","event_ts":"%3$s","client_msg_id":"m%1$d"}}\
    """
        .formatted(number, text(number), ts, number % PEOPLE, number % CHANNELS);
  }

  /**
   * What the message asks. The three lists have no common divisor, so that it is some five thousand
   * messages until the same words come again: nobody's memory of answers is what is measured.
   */
  private static String text(int number) {
    return OPENINGS.get(number % OPENINGS.size())
        + QUESTIONS.get(number % QUESTIONS.size())
        + CLOSINGS.get(number % CLOSINGS.size());
  }

  /** Slack's signature, version 0: HMAC-SHA256 over "v0", the time and the body. */
  static String sign(String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update(("v0:" + timestamp + ":").getBytes(StandardCharsets.UTF_8));
      return "v0=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
