package dev.certadvisor.slack;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Collectors;

/** Posts requests as Slack does, signed over their bytes. */
public final class SignedSender {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final URI address;
  private final Signature signature;

  /** A sender to an app. */
  public SignedSender(URI address, String secret) {
    this.address = address;
    this.signature = new Signature(secret, InstantSource.system());
  }

  /** Posts JSON, signed now. */
  public HttpResponse<String> json(String body) {
    return json(body, Instant.now());
  }

  /** Posts JSON, signed at a time. */
  public HttpResponse<String> json(String body, Instant at) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String timestamp = String.valueOf(at.getEpochSecond());
    return post("application/json", bytes, timestamp, signature.sign(timestamp, bytes));
  }

  /** Posts a form, signed now. */
  public HttpResponse<String> form(Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    return post(
        "application/x-www-form-urlencoded", bytes, timestamp, signature.sign(timestamp, bytes));
  }

  /** Posts an interaction, signed now. */
  public HttpResponse<String> interaction(String payload) {
    return form(Map.of("payload", payload));
  }

  /** Posts bytes with headers that may be wrong. */
  public HttpResponse<String> post(String type, byte[] body, String timestamp, String signed) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", type)
            .header("X-Slack-Request-Timestamp", timestamp)
            .header("X-Slack-Signature", signed)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
