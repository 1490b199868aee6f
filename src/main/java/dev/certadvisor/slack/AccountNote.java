package dev.certadvisor.slack;

import dev.certadvisor.conversation.Account;
import dev.certadvisor.conversation.Reply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Why a reply is as it is, as it travels in its message's metadata: ids and numbers, no words of
 * the person and no choice of theirs. A few hundred characters.
 */
final class AccountNote {

  /** The name of the field in a parcel's payload. */
  static final String FIELD = "why";

  private static final int MOST_GAINS = 5;

  private AccountNote() {}

  /** The note of a reply. */
  static Map<String, Object> of(Reply reply) {
    Account account = reply.account();
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("reply", lower(reply.kind()));
    note.put("confidence", rounded(reply.confidence()));
    account
        .understood()
        .ifPresent(reading -> {
          note.put("intent", scored("intent", lower(reading.intent()), reading.confidence()));
          note.put(
              "runners_up",
              reading.runnersUp().stream()
                  .map(other -> scored("intent", lower(other.intent()), other.confidence()))
                  .toList());
        });
    if (!account.sections().isEmpty()) {
      note.put("sections", sections(account));
    }
    account.interview().ifPresent(interview -> note.put("interview", interview(interview)));
    return note;
  }

  private static List<Map<String, Object>> sections(Account account) {
    return account.sections().stream()
        .map(found -> scored("section", found.section().value(), found.score()))
        .toList();
  }

  private static Map<String, Object> interview(Account.Interviewing interview) {
    Map<String, Object> note = new LinkedHashMap<>();
    note.put("position", lower(interview.position()));
    interview.open().ifPresent(question -> note.put("question", question.value()));
    note.put(
        "would_tell",
        interview.gains().stream()
            .limit(MOST_GAINS)
            .map(gain ->
                Map.<String, Object>of(
                    "question", gain.question().value(), "bits", rounded(gain.bits())))
            .toList());
    return note;
  }

  private static Map<String, Object> scored(String name, String value, double score) {
    Map<String, Object> scored = new LinkedHashMap<>();
    scored.put(name, value);
    scored.put("score", rounded(score));
    return scored;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
