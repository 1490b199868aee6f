package dev.certadvisor.playground;

import dev.certadvisor.playground.Courier.Outcome;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Brings letters as signed requests to the app's request URL. */
final class HttpPostman implements Postman {

  private final Supplier<URI> requestUrl;
  private final String signingSecret;
  private final Duration ackWithin;
  private final InstantSource clock;
  private final Journal journal;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(3))
          .build();

  HttpPostman(
      StandInSettings.Transport.Http way,
      Duration ackWithin,
      InstantSource clock,
      Journal journal) {
    this.requestUrl = way.requestUrl();
    this.signingSecret = way.signingSecret();
    this.ackWithin = ackWithin;
    this.clock = clock;
    this.journal = journal;
  }

  @Override
  public Outcome bring(Letter letter, int retry, String reason) {
    Map<String, String> shown = new LinkedHashMap<>();
    shown.put("Content-Type", letter.contentType());
    if (retry > 0) {
      shown.put("X-Slack-Retry-Num", Integer.toString(retry));
      shown.put("X-Slack-Retry-Reason", reason);
    }
    String body = letter.body();
    HttpRequest request = request(body, shown);
    Exchange exchange =
        journal.begin(Exchange.Direction.TO_APP, letter.name(), shown, Wire.readable(body));
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      boolean ok = answer.statusCode() / 100 == 2;
      journal.end(
          exchange, answer.statusCode(), ok ? "ok" : "http_error", Wire.readable(answer.body()));
      boolean noRetry = answer.headers().firstValue("X-Slack-No-Retry").equals(Optional.of("1"));
      return new Outcome.Answered(answer.statusCode(), answer.body(), noRetry);
    } catch (HttpTimeoutException e) {
      return failed(exchange, "http_timeout");
    } catch (IOException e) {
      return failed(exchange, "connection_failed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(exchange, "unknown_error");
    }
  }

  private HttpRequest request(String body, Map<String, String> headers) {
    long timestamp = clock.instant().getEpochSecond();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(requestUrl.get())
            .timeout(ackWithin)
            .header("User-Agent", "Slackbot 1.0 (+https://api.slack.com/robots)")
            .header("X-Slack-Request-Timestamp", Long.toString(timestamp))
            .header("X-Slack-Signature", Signature.of(signingSecret, timestamp, body))
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return request.build();
  }

  private Outcome failed(Exchange exchange, String reason) {
    journal.end(exchange, 0, reason, "");
    return new Outcome.Failed(reason);
  }
}
