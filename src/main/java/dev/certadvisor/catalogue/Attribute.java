package dev.certadvisor.catalogue;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked about a credential. */
public enum Attribute {
  STATUS,
  SUCCESSOR,
  NAME,
  LEVEL,
  PRICE,
  MINUTES,
  QUESTIONS,
  PASS_MARK,
  QUESTION_TYPES,
  LANGUAGES,
  VALIDITY,
  RENEWAL,
  PREREQUISITES,
  DOMAINS,
  /** What the exam leaves out, or what is new in it. */
  SCOPE,
  /** When a failed or a passed exam may be sat again. */
  RETAKES,
  /** Vouchers. */
  DISCOUNT,
  SCORING,
  /** Where the exam is sat and what is granted there. */
  DELIVERY,
  /** How the beta of an exam differs from the standard version. */
  BETA,
  PAGE;

  /** The name that packs use: kebab-case, for example {@code pass-mark}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The attribute of a key. */
  public static Optional<Attribute> of(String key) {
    return Arrays.stream(values()).filter(attribute -> attribute.key().equals(key)).findFirst();
  }

  /** Whether it follows from the rest of the record, so that no fact states it. */
  public boolean isDerived() {
    return switch (this) {
      case STATUS, SUCCESSOR, NAME, LEVEL, PAGE -> true;
      case PRICE,
          MINUTES,
          QUESTIONS,
          PASS_MARK,
          QUESTION_TYPES,
          LANGUAGES,
          VALIDITY,
          RENEWAL,
          PREREQUISITES,
          DOMAINS,
          SCOPE,
          RETAKES,
          DISCOUNT,
          SCORING,
          DELIVERY,
          BETA ->
          false;
    };
  }
}
