package dev.certadvisor.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What an exam is on a given day, for people who sit it in the catalogue's language. Every status
 * carries {@code seen}, the day on which the exam's state was last seen.
 */
public sealed interface Status {

  /** The day on which the exam's state was last seen. */
  LocalDate seen();

  /** Whether the exam is delivered on that day: it can be sat and is not about to be replaced. */
  default boolean isSittable() {
    return switch (this) {
      case Beta beta -> true;
      case Bookable bookable -> true;
      case Retiring retiring -> true;
      case LastDay lastDay -> true;
      case Unrecorded unrecorded -> false;
      case NotYetOffered notYet -> false;
      case Announced announced -> false;
      case RegistrationOpen open -> false;
      case BetaOver over -> false;
      case PartlyRetired partly -> false;
      case Retired retired -> false;
    };
  }

  /** Whether the exam has ended. */
  default boolean isOver() {
    return this instanceof Retired || this instanceof PartlyRetired;
  }

  /** Whether the exam is known to the public: announced or offered, and not over. */
  default boolean isCurrent() {
    return isSittable()
        || this instanceof Announced
        || this instanceof RegistrationOpen
        || this instanceof BetaOver;
  }

  /**
   * Earlier than anything on record.
   *
   * @param from the first day on record
   */
  record Unrecorded(LocalDate from, LocalDate seen) implements Status {}

  /**
   * Not offered yet.
   *
   * @param first the first thing that will happen
   */
  record NotYetOffered(Event first, LocalDate seen) implements Status {}

  /**
   * Announced, and not to be booked yet.
   *
   * @param since when it was announced
   * @param next what opens it, where that is known
   */
  record Announced(Event since, Optional<Event> next, LocalDate seen) implements Status {}

  /**
   * To be booked for a later day.
   *
   * @param since when registration opened
   * @param next the first exam day, beta or standard, where that is known
   */
  record RegistrationOpen(Event since, Optional<Event> next, LocalDate seen) implements Status {}

  /**
   * In beta.
   *
   * @param since when it opened
   * @param lastDay its last day, where that is known
   * @param standard when the standard version was planned to come, where a day was named
   */
  record Beta(Event since, Optional<Event> lastDay, Optional<Event> standard, LocalDate seen)
      implements Status {}

  /**
   * Between beta and standard version: nobody can sit it.
   *
   * @param lastDay the last day of the beta
   * @param standard when the standard version comes, where that is known
   */
  record BetaOver(Event lastDay, Optional<Event> standard, LocalDate seen) implements Status {}

  /**
   * The standard version can be booked and sat.
   *
   * @param since when it became available
   */
  record Bookable(Event since, LocalDate seen) implements Status {}

  /**
   * Can be sat until a day that is known and ahead.
   *
   * @param end the last exam day
   */
  record Retiring(Event end, LocalDate seen) implements Status {}

  /**
   * Can be sat today and never again.
   *
   * @param end the last exam day, which is that day
   */
  record LastDay(Event end, LocalDate seen) implements Status {}

  /**
   * Over in the catalogue's language, and still offered in others.
   *
   * @param end the last exam day of the languages that are gone
   * @param remaining the languages in which it can still be sat
   */
  record PartlyRetired(Event end, List<String> remaining, LocalDate seen) implements Status {

    /** Copies the list. */
    public PartlyRetired {
      remaining = List.copyOf(remaining);
    }
  }

  /**
   * Over for everybody.
   *
   * @param end the last exam day; retired from the next day on
   */
  record Retired(Event end, LocalDate seen) implements Status {}
}
