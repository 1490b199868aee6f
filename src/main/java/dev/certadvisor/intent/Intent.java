package dev.certadvisor.intent;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a message asks for. */
public enum Intent {
  /** A topical question that the guide could answer. */
  ASK,
  /** Both sides on something, or which of the two. */
  COMPARE,
  /** A fact about a credential, or its status. */
  FACT,
  /** Says something about themself and wants advice in one go. */
  RECOMMEND,
  /** Wants to be asked and guided. */
  INTERVIEW,
  /** What can you do, how is it used. */
  HELP,
  GREET,
  THANKS,
  FAREWELL,
  /** Are you a bot, who made you, do you use a model. */
  IDENTITY,
  /** Erase what you hold about me. */
  FORGET_ME,
  /** Show what you hold about me. */
  EXPORT,
  BACK,
  SKIP,
  NOT_SURE,
  /** Why do you ask, why this advice. */
  WHY,
  /** Show my answers. */
  REVIEW,
  /** Change an answer. */
  CHANGE,
  PAUSE,
  RESUME,
  RESTART,
  STOP,
  /** Show this to the channel. */
  SHARE,
  /** Tell me more. */
  MORE,
  /** Talk to a person. */
  HUMAN,
  YES,
  NO,
  /** Nothing that this advisor is for. */
  OOS;

  private static final Map<String, Intent> BY_LABEL =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Intent::label, each -> each));

  private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

  /** The label in phrases and labelled utterances: lower case, words joined by hyphens. */
  public String label() {
    return label;
  }

  /** The intent of that label, if there is one. */
  public static Optional<Intent> of(String label) {
    return Optional.ofNullable(BY_LABEL.get(label));
  }
}
