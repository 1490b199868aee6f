package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.slack.api.bolt.request.RequestHeaders;
import dev.certadvisor.slack.Intake.Taken;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what Slack posts: events, clicks and commands, all at one path.
 *
 * <p>The signature is checked over the bytes as they arrived, before anything reads them as text:
 * the stock adapter joins the lines anew and so refuses bodies that end in a line break.
 */
final class RequestServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RequestServlet.class);

  /** Slack's largest events are well below; what is larger is not read at all. */
  private static final int MOST_BYTES = 2_000_000;

  private static final String RETRY_AFTER_SECONDS = "5";

  private final transient Signature signature;
  private final transient Intake intake;

  /**
   * A servlet.
   *
   * @param signature checks requests
   * @param intake takes what they hold
   */
  RequestServlet(Signature signature, Intake intake) {
    this.signature = signature;
    this.intake = intake;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "body too large");
      return;
    }
    String body = new String(bytes, StandardCharsets.UTF_8);
    if (body.startsWith("ssl_check=1&") || body.equals("ssl_check=1")) {
      return; // Slack asks whether our certificate is fine; it wants a 200 and no more
    }
    if (!signature.matches(
        request.getHeader("X-Slack-Request-Timestamp"),
        request.getHeader("X-Slack-Signature"),
        bytes)) {
      refuse(response, HttpServletResponse.SC_UNAUTHORIZED, "signature or timestamp is wrong");
      return;
    }
    handle(request, body, response);
  }

  private void handle(HttpServletRequest request, String body, HttpServletResponse response)
      throws IOException {
    Optional<JsonObject> payload = payload(body);
    if (payload.isEmpty()) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "neither JSON nor a form of Slack's");
      return;
    }
    switch (intake.take(payload.get(), headers(request))) {
      case Taken.Kept(String contentType, String answer) -> {
        if (!answer.isEmpty()) {
          response.setContentType(contentType);
          response.setCharacterEncoding(StandardCharsets.UTF_8.name());
          response.getWriter().write(answer);
        }
      }
      case Taken.Later() -> {
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      }
      case Taken.Unreadable(String reason) -> {
        response.setHeader("X-Slack-No-Retry", "1");
        refuse(response, HttpServletResponse.SC_BAD_REQUEST, reason);
      }
    }
  }

  /** An event as it is, the interaction that a form holds, or a command's fields as an object. */
  private static Optional<JsonObject> payload(String body) {
    String start = body.stripLeading();
    if (start.startsWith("{")) {
      return Json.object(body);
    }
    Map<String, String> form = form(start);
    String payload = form.get("payload");
    if (payload != null) {
      return Json.object(payload);
    }
    if (!form.containsKey("command")) {
      return Optional.empty();
    }
    JsonObject command = new JsonObject();
    form.forEach(command::addProperty);
    return Optional.of(command);
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        decode(pair.substring(equals + 1))
            .ifPresent(value -> form.putIfAbsent(pair.substring(0, equals), value));
      }
    }
    return form;
  }

  private static Optional<String> decode(String text) {
    try {
      return Optional.of(URLDecoder.decode(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static RequestHeaders headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new TreeMap<>();
    request
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(name -> {
          List<String> values = new ArrayList<>();
          request.getHeaders(name).asIterator().forEachRemaining(values::add);
          headers.put(name, values);
        });
    return new RequestHeaders(headers);
  }

  private static void refuse(HttpServletResponse response, int status, String reason)
      throws IOException {
    LOG.info("A request was refused with {}: {}", status, reason);
    response.setStatus(status);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(reason);
  }
}
