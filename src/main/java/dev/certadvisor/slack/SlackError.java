package dev.certadvisor.slack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one table of what Slack may answer instead of yes, and what is done about it ("Errors" of
 * each method, docs.slack.dev/reference/methods). {@code src/docs/slack.md} shows it to people.
 *
 * @param code Slack's name for it; for a return address, ours
 * @param remedy what is done
 * @param explanation the key of the sentence that the person gets to read; empty where none is
 *     needed
 */
record SlackError(String code, Remedy remedy, Optional<String> explanation) {

  /** What is done about an error. */
  enum Remedy {
    /** Waits as long as Slack says, and tries again. */
    WAIT("waits and tries again", "that it waits, and why"),
    /** Slack's own trouble, which passes. */
    RETRY("tries again, with longer and longer waits", "that it waits, and why"),
    /** The blocks were not liked; the text alone still says the answer. */
    PLAINLY("sends the text without blocks", "a warning, since we drew something wrong"),
    /** The place cannot be reached; the person's direct messages can. */
    IN_DIRECT_MESSAGES("sends it to the person's direct messages", "a note"),
    /** The address has run out; the channel behind it may still take it. */
    BY_CHANNEL("sends it to the channel, or else to the person's direct messages", "a note"),
    /** Something newer is shown already, or nothing is there any more. */
    LET_GO("nothing", "nothing"),
    /** Nobody can be told anything; only whoever runs the app can help. */
    GIVE_UP("gives up", "an error; a row in `dead_letter`");

    private final String words;
    private final String logged;

    Remedy(String words, String logged) {
      this.words = words;
      this.logged = logged;
    }

    /** For people. */
    String words() {
      return words;
    }

    /** What the log says of it, for people. */
    String logged() {
      return logged;
    }
  }

  /** A limit without a time to wait. */
  static final String LIMITED = "ratelimited";

  /** A return address that is used up or too old. */
  static final String EXPIRED_ADDRESS = "expired_url";

  /** All that are known, in the order in which the documentation shows them. */
  static final List<SlackError> TABLE =
      Stream.of(
              of(Remedy.WAIT, LIMITED, "rate_limited", "message_limit_exceeded"),
              of(
                  Remedy.RETRY,
                  "internal_error",
                  "fatal_error",
                  "service_unavailable",
                  "request_timeout"),
              of(
                  Remedy.PLAINLY,
                  "invalid_blocks",
                  "invalid_blocks_format",
                  "msg_blocks_too_long",
                  "msg_too_long"),
              explained("slack.error.not-in-channel", "not_in_channel", "channel_not_found"),
              explained("slack.error.archived", "is_archived"),
              explained(
                  "slack.error.not-allowed",
                  "restricted_action",
                  "restricted_action_read_only_channel",
                  "restricted_action_thread_only_channel",
                  "restricted_action_non_threadable_channel",
                  "restricted_action_thread_locked",
                  "no_permission"),
              explained(
                  "slack.error.thread-gone", "thread_not_found", "message_not_found_in_thread"),
              of(Remedy.IN_DIRECT_MESSAGES, "user_not_in_channel"),
              of(
                  Remedy.IN_DIRECT_MESSAGES,
                  "expired_trigger_id",
                  "trigger_expired",
                  "trigger_exchanged",
                  "exchanged_trigger_id",
                  "invalid_trigger_id",
                  "push_limit_reached",
                  "not_found",
                  "view_too_large"),
              of(Remedy.BY_CHANNEL, EXPIRED_ADDRESS, "used_url"),
              of(
                  Remedy.LET_GO,
                  "hash_conflict",
                  "message_not_found",
                  "cant_update_message",
                  "edit_window_closed",
                  "not_enabled",
                  "already_reacted",
                  "no_reaction"),
              of(
                  Remedy.GIVE_UP,
                  "missing_scope",
                  "not_allowed_token_type",
                  "unknown_method",
                  "account_inactive",
                  "invalid_auth",
                  "not_authed",
                  "token_revoked",
                  "token_expired",
                  "team_not_found",
                  "team_access_not_granted",
                  "ekm_access_denied",
                  "org_login_required",
                  "user_not_found",
                  "cannot_dm_bot",
                  "no_text",
                  "invalid_arguments"))
          .flatMap(List::stream)
          .toList();

  private static final Map<String, SlackError> BY_CODE =
      TABLE.stream().collect(Collectors.toMap(SlackError::code, Function.identity()));

  /** What is done about an error; one that is not in the table is given up. */
  static SlackError of(String code) {
    return Optional.ofNullable(BY_CODE.get(code))
        .orElseGet(() -> new SlackError(code, Remedy.GIVE_UP, Optional.empty()));
  }

  /** Whether the table has it. */
  static boolean isKnown(String code) {
    return BY_CODE.containsKey(code);
  }

  private static List<SlackError> of(Remedy remedy, String... codes) {
    return Stream.of(codes).map(code -> new SlackError(code, remedy, Optional.empty())).toList();
  }

  private static List<SlackError> explained(String key, String... codes) {
    return Stream.of(codes)
        .map(code -> new SlackError(code, Remedy.IN_DIRECT_MESSAGES, Optional.of(key)))
        .toList();
  }
}
