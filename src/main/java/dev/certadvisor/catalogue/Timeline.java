package dev.certadvisor.catalogue;

import dev.certadvisor.catalogue.Event.Kind;
import dev.certadvisor.catalogue.Event.Precision;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An exam's life as far as it was seen, from which its status on any day follows.
 *
 * @param events oldest first
 * @param lastSeen what the exam's present state rests on
 * @param note what has to be said with its present state
 * @param remaining the languages that are left once some have ended; empty where none ends early
 */
public record Timeline(
    List<Event> events, Evidence lastSeen, Optional<String> note, List<String> remaining) {

  /** Copies the lists and puts the events in order. */
  public Timeline {
    events = events.stream().sorted(Comparator.comparing(Event::day)).toList();
    remaining = List.copyOf(remaining);
  }

  /**
   * The status on a day, for people who sit the exam in a language.
   *
   * @throws IllegalStateException if there are no events
   */
  public Status statusOn(LocalDate today, String language) {
    LocalDate seen = lastSeen.seen();
    Optional<Event> end = ending(today, language);
    if (end.isPresent() && today.isAfter(end.get().day())) {
      return over(end.get(), today, seen);
    }
    if (end.isPresent() && today.isEqual(end.get().day())) {
      return new Status.LastDay(end.get(), seen);
    }
    Optional<Event> stage = stage(today);
    if (stage.isEmpty()) {
      return beforeTheRecord(seen);
    }
    return switch (stage.get().kind()) {
      case ANNOUNCED -> new Status.Announced(stage.get(), next(today), seen);
      case REGISTRATION_OPENS -> new Status.RegistrationOpen(stage.get(), next(today), seen);
      case BETA_OPENS -> beta(stage.get(), today, seen);
      case AVAILABLE, BETA_ENDS, RETIREMENT_ANNOUNCED, LAST_DAY ->
          end.<Status>map(event -> new Status.Retiring(event, seen))
              .orElseGet(() -> new Status.Bookable(stage.get(), seen));
    };
  }

  /** The days on which languages other than a given one end, without ending the exam. */
  public List<Event> languageEndings(String language) {
    return events.stream()
        .filter(event -> event.kind() == Kind.LAST_DAY && !event.concerns(language))
        .toList();
  }

  private Status over(Event end, LocalDate today, LocalDate seen) {
    boolean everybody =
        first(event -> event.kind() == Kind.LAST_DAY && event.languages().isEmpty())
            .filter(event -> today.isAfter(event.day()))
            .isPresent();
    return everybody
        ? new Status.Retired(end, seen)
        : new Status.PartlyRetired(end, remaining, seen);
  }

  /** The end for a language, once it has been announced; the final one where it is past. */
  private Optional<Event> ending(LocalDate today, String language) {
    boolean secret =
        first(event -> event.kind() == Kind.RETIREMENT_ANNOUNCED)
            .filter(event -> event.day().isAfter(today))
            .isPresent();
    if (secret) {
      return Optional.empty();
    }
    Predicate<Event> ends = event -> event.kind() == Kind.LAST_DAY && event.concerns(language);
    Optional<Event> past = last(ends.and(event -> event.day().isBefore(today)));
    return past.isPresent() ? past : first(ends);
  }

  private Optional<Event> stage(LocalDate today) {
    return last(event ->
        (event.kind() == Kind.ANNOUNCED || event.kind().isOffer())
            && !event.isPlanned()
            && !event.day().isAfter(today));
  }

  private Status beforeTheRecord(LocalDate seen) {
    Event offer =
        first(event -> event.kind().isOffer())
            .orElseThrow(() -> new IllegalStateException("a timeline without an offer"));
    boolean open = offer.precision() == Precision.BY && offer.after().isEmpty();
    return open
        ? new Status.Unrecorded(events.getFirst().day(), seen)
        : new Status.NotYetOffered(offer, seen);
  }

  private Status beta(Event since, LocalDate today, LocalDate seen) {
    Optional<Event> lastDay = first(event -> event.kind() == Kind.BETA_ENDS);
    Optional<Event> standard = first(event -> event.kind() == Kind.AVAILABLE);
    return lastDay.isPresent() && today.isAfter(lastDay.get().day())
        ? new Status.BetaOver(lastDay.get(), standard, seen)
        : new Status.Beta(since, lastDay, standard, seen);
  }

  private Optional<Event> next(LocalDate today) {
    return first(event -> event.kind().isOffer() && event.day().isAfter(today));
  }

  private Optional<Event> first(Predicate<Event> wanted) {
    return events.stream().filter(wanted).findFirst();
  }

  private Optional<Event> last(Predicate<Event> wanted) {
    return events.reversed().stream().filter(wanted).findFirst();
  }
}
