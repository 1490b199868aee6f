package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.methods.SlackApiException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Calls methods of the Web API for every message, and reads of their answers only what is needed.
 * The SDK's own client makes the adapters for the whole answer anew with each call, which costs
 * more than the rest of it (ADR 57); for what is called seldom it is the better choice.
 */
final class WebApiMethods {

  private final Slack slack;
  private final Supplier<URI> api;

  /**
   * @param slack the one connection
   * @param api the Web API's base address with a slash at its end
   */
  WebApiMethods(Slack slack, Supplier<URI> api) {
    this.slack = slack;
    this.api = api;
  }

  /**
   * Calls a method.
   *
   * @param method its name, such as {@code chat.postMessage}
   * @param form its arguments
   * @return the answer, of whatever {@code ok} it is
   * @throws SlackApiException if the answer's HTTP status is none of success
   * @throws IOException if there was no answer, or none that is a JSON object
   */
  JsonObject call(String method, String token, Map<String, String> form)
      throws IOException, SlackApiException {
    Request request =
        new Request.Builder()
            .url(api.get() + method)
            .header("Authorization", "Bearer " + token)
            .post(new Form(form))
            .build();
    try (Response response = slack.getHttpClient().getOkHttpClient().newCall(request).execute()) {
      ResponseBody content = response.body();
      String text = content == null ? "" : content.string();
      if (!response.isSuccessful()) {
        throw new SlackApiException(response, text);
      }
      return Json.object(text).orElseThrow(() -> new IOException("the answer is no JSON object"));
    }
  }

  /** Whether a method did what it was called for. */
  static boolean isOk(JsonObject answer) {
    return answer.has("ok")
        && answer.get("ok").isJsonPrimitive()
        && answer.get("ok").getAsBoolean();
  }
}
