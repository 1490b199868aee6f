package dev.certadvisor.catalogue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A day in an exam's life.
 *
 * @param kind what happens
 * @param day when: the very day, or the day on which it was first seen to have happened
 * @param precision how to read the day
 * @param after where the day is not known exactly: the last day on which it had not happened yet
 * @param languages the languages that it is about; empty for all
 * @param note what has to be said with it
 * @param evidence what it rests on
 * @param others what other pages say; empty where none disagrees
 */
public record Event(
    Kind kind,
    LocalDate day,
    Precision precision,
    Optional<LocalDate> after,
    List<String> languages,
    Optional<String> note,
    Evidence evidence,
    List<Alternative> others) {

  /** Copies the lists. */
  public Event {
    languages = List.copyOf(languages);
    others = List.copyOf(others);
  }

  /**
   * Whether it was still ahead when last seen. What begins is then not taken to have begun, however
   * late it is; what ends is taken to have ended, so that nobody is sent to an exam that is gone.
   */
  public boolean isPlanned() {
    return day.isAfter(evidence.seen());
  }

  /** Whether it concerns those who sit the exam in a language. */
  public boolean concerns(String language) {
    return languages.isEmpty() || languages.contains(language);
  }

  /** How exactly a day is known. */
  public enum Precision {
    /** The very day. */
    ON,
    /** That day at the latest. */
    BY
  }

  /** What happens, in the order of an exam's life. */
  public enum Kind {
    ANNOUNCED,
    REGISTRATION_OPENS,
    BETA_OPENS,
    /** The last day of the beta. */
    BETA_ENDS,
    /** The standard version can be sat. */
    AVAILABLE,
    /** The last exam day becomes known. */
    RETIREMENT_ANNOUNCED,
    /** The last exam day; the exam is retired from the next day on. */
    LAST_DAY;

    /** The name that packs use, for example {@code beta-opens}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a key. */
    public static Optional<Kind> of(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** Whether the exam can be booked from then on. */
    boolean isOffer() {
      return this == REGISTRATION_OPENS || this == BETA_OPENS || this == AVAILABLE;
    }
  }
}
