package dev.certadvisor.console;

import dev.certadvisor.conversation.Reply;
import dev.certadvisor.decision.Recommendation;
import dev.certadvisor.knowledge.Citation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reply as programs get it from {@code chat --json}: maps and lists, keys in the order of the
 * contract.
 */
final class ReplyJson {

  private static final double ROUNDING = 10_000;

  private ReplyJson() {}

  static Map<String, @Nullable Object> of(String user, Reply reply) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("user", user);
    json.put("kind", reply.kind().name().toLowerCase(Locale.ROOT));
    json.put("text", PlainText.of(reply));
    json.put("confidence", rounded(reply.confidence()));
    json.put("subjects", reply.subjects().stream().map(Object::toString).toList());
    json.put("citations", reply.citations().stream().map(ReplyJson::citation).toList());
    json.put("question", reply.prompt().map(ReplyJson::question).orElse(null));
    json.put("recommendation", reply.recommendation().map(ReplyJson::recommendation).orElse(null));
    return json;
  }

  static Map<String, Object> error(String user, String message) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("user", user);
    json.put("error", message);
    return json;
  }

  private static Map<String, Object> citation(Citation citation) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("section", citation.section().value());
    json.put("title", citation.title());
    json.put("quote", citation.quote());
    return json;
  }

  private static Map<String, Object> question(Reply.Part.Prompt prompt) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", prompt.question());
    json.put("text", prompt.text());
    json.put(
        "choices",
        prompt.options().stream()
            .map(option -> Map.of("id", option.id(), "label", option.label()))
            .toList());
    json.put("asked", prompt.asked());
    json.put("atMost", prompt.atMost());
    return json;
  }

  private static Map<String, @Nullable Object> recommendation(Recommendation advice) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("direction", advice.direction().map(Object::toString).orElse(null));
    json.put("close", advice.close());
    json.put("settledEarly", advice.settledEarly());
    json.put("asked", advice.asked());
    json.put("ranking", advice.ranking().stream().map(ReplyJson::share).toList());
    json.put("line", advice.line().map(Object::toString).orElse(null));
    json.put("platform", advice.platform().map(Object::toString).orElse(null));
    json.put("sitToday", advice.sitToday().map(ReplyJson::sitToday).orElse(null));
    json.put("reasons", advice.reasons().stream().map(ReplyJson::reason).toList());
    json.put("wouldChange", advice.wouldChange().stream().map(ReplyJson::flip).toList());
    return json;
  }

  private static Map<String, Object> share(Recommendation.Share share) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("direction", share.direction().value());
    json.put("share", rounded(share.share()));
    return json;
  }

  private static Map<String, Object> sitToday(Recommendation.SitToday sit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("credential", sit.credential().code());
    json.put("why", sit.why());
    json.put("asOf", sit.asOf().toString());
    return json;
  }

  private static Map<String, Object> reason(Recommendation.Reason reason) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", reason.choice().question().value());
    json.put("choice", reason.choice().choice().value());
    json.put("towards", reason.towards().value());
    json.put("weight", rounded(reason.weight()));
    json.put("section", reason.section().value());
    return json;
  }

  private static Map<String, Object> flip(Recommendation.Flip flip) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("changes", flip.changes().stream().map(ReplyJson::change).toList());
    json.put("direction", flip.direction().value());
    return json;
  }

  private static Map<String, Object> change(Recommendation.Change change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("question", change.question().value());
    json.put("from", change.from().value());
    json.put("to", change.to().value());
    return json;
  }

  /** Figures for people and for comparing: four digits say all there is to say. */
  private static double rounded(double value) {
    return Math.round(value * ROUNDING) / ROUNDING;
  }
}
