package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.Alternative;
import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.catalogue.Credential;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.catalogue.Event;
import dev.certadvisor.catalogue.Evidence;
import dev.certadvisor.catalogue.Status;
import dev.certadvisor.catalogue.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the status of a credential into words. */
final class StatusWording {

  private final Catalogue catalogue;
  private final Wording wording;

  StatusWording(Catalogue catalogue, Wording wording) {
    this.catalogue = catalogue;
    this.wording = wording;
  }

  /** What an exam is on a day, with all that has to be said with it; one or more sentences. */
  String full(CredentialId id, LocalDate today) {
    Credential credential = catalogue.get(id);
    Status status = catalogue.statusOn(id, today);
    Evidence lastSeen = credential.timeline().lastSeen();
    List<String> sentences = new ArrayList<>();
    sentences.add(sentence(status, today));
    // A note describes the state that was last seen, which is not that of every day.
    if (status.getClass() == catalogue.statusOn(id, lastSeen.seen()).getClass()) {
      credential.timeline().note().ifPresent(sentences::add);
    }
    sentences.addAll(doubts(status));
    if (!status.isOver()) {
      sentences.addAll(languageEndings(credential, today));
    }
    if (lastSeen.isDoubtful(today) && !today.isBefore(lastSeen.seen())) {
      sentences.add(wording.say("status.checked", lastSeen.seen().toString()));
    }
    return String.join(" ", sentences);
  }

  /** What an exam is on a day, in a few words that continue "code name:". */
  String glance(CredentialId id, LocalDate today) {
    return switch (catalogue.statusOn(id, today)) {
      case Status.Unrecorded unrecorded -> wording.say("status.glance.unrecorded");
      case Status.NotYetOffered notYet -> wording.say("status.glance.not-yet-offered");
      case Status.Announced announced -> wording.say("status.glance.announced");
      case Status.RegistrationOpen open -> wording.say("status.glance.registration-open");
      case Status.Beta beta -> wording.say("status.glance.beta");
      case Status.BetaOver over -> wording.say("status.glance.beta-over");
      case Status.Bookable bookable -> wording.say("status.glance.bookable");
      case Status.Retiring retiring ->
          wording.say("status.glance.retiring", retiring.end().day().toString());
      case Status.LastDay lastDay -> wording.say("status.glance.last-day");
      case Status.PartlyRetired partly ->
          wording.say(
              "status.glance.partly-retired",
              names(partly.end().languages()),
              partly.end().day().toString());
      case Status.Retired retired ->
          wording.say("status.glance.retired", retired.end().day().toString());
    };
  }

  /** Names in a row, the last one joined by a word. */
  String names(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : wording.say(
            "status.names", String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
  }

  private String sentence(Status status, LocalDate today) {
    return switch (status) {
      case Status.Unrecorded unrecorded ->
          wording.say("status.unrecorded", unrecorded.from().toString());
      case Status.NotYetOffered notYet ->
          wording.say("status.not-yet-offered", begins(notYet.first()));
      case Status.Announced announced ->
          wording.say("status.announced", since(announced.since())) + next(announced.next());
      case Status.RegistrationOpen open ->
          wording.say("status.registration-open", since(open.since())) + next(open.next());
      case Status.Beta beta -> beta(beta, today);
      case Status.BetaOver over ->
          wording.say("status.beta-over", over.lastDay().day().toString()) + next(over.standard());
      case Status.Bookable bookable -> wording.say("status.bookable", since(bookable.since()));
      case Status.Retiring retiring -> ending("status.retiring", retiring.end());
      case Status.LastDay lastDay -> ending("status.last-day", lastDay.end());
      case Status.PartlyRetired partly ->
          ending("status.retired", partly.end())
              + " "
              + wording.say("status.remaining", names(partly.remaining()));
      case Status.Retired retired -> ending("status.retired", retired.end());
    };
  }

  private String beta(Status.Beta beta, LocalDate today) {
    StringBuilder text = new StringBuilder(wording.say("status.beta", since(beta.since())));
    beta.lastDay()
        .ifPresent(end -> text.append(' ').append(wording.say("status.beta.until", day(end))));
    beta.standard().ifPresent(event -> text.append(' ').append(standard(event, today)));
    return text.toString();
  }

  private String standard(Event event, LocalDate today) {
    if (!event.isPlanned()) {
      return wording.say("status.next", begins(event));
    }
    return today.isBefore(event.day())
        ? wording.say("status.standard.planned", event.note().orElse(day(event)))
        : wording.say("status.standard.unconfirmed", day(event));
  }

  private String next(Optional<Event> event) {
    return event.map(known -> " " + wording.say("status.next", begins(known))).orElse("");
  }

  /** What begins and when, for example "the beta opens on 2026-09-29". */
  private String begins(Event event) {
    return switch (event.kind()) {
      case REGISTRATION_OPENS -> wording.say("status.begins.registration", when(event));
      case BETA_OPENS -> wording.say("status.begins.beta", when(event));
      case AVAILABLE -> wording.say("status.begins.standard", when(event));
      case ANNOUNCED, BETA_ENDS, RETIREMENT_ANNOUNCED, LAST_DAY ->
          throw new IllegalArgumentException(event.kind() + " begins nothing");
    };
  }

  private String ending(String key, Event end) {
    return end.languages().isEmpty()
        ? wording.say(key, day(end))
        : wording.say(key + ".languages", day(end), names(end.languages()));
  }

  private String since(Event event) {
    return switch (event.precision()) {
      case ON -> day(event);
      case BY ->
          event.after().isPresent()
              ? wording.say("status.since.between", event.after().get().toString(), day(event))
              : wording.say("status.since.by", day(event));
    };
  }

  private String when(Event event) {
    return switch (event.precision()) {
      case ON -> wording.say("status.when.on", day(event));
      case BY ->
          event.after().isPresent()
              ? wording.say("status.when.between", event.after().get().toString(), day(event))
              : wording.say("status.when.by", day(event));
    };
  }

  private static String day(Event event) {
    return event.day().toString();
  }

  private List<String> doubts(Status status) {
    List<Alternative> others =
        switch (status) {
          case Status.Announced announced -> announced.since().others();
          case Status.RegistrationOpen open -> open.since().others();
          case Status.Beta beta -> beta.since().others();
          case Status.BetaOver over -> over.lastDay().others();
          case Status.Bookable bookable -> bookable.since().others();
          case Status.Retiring retiring -> retiring.end().others();
          case Status.LastDay lastDay -> lastDay.end().others();
          case Status.PartlyRetired partly -> partly.end().others();
          case Status.Retired retired -> retired.end().others();
          case Status.Unrecorded unrecorded -> List.of();
          case Status.NotYetOffered notYet -> List.of();
        };
    return others.stream().map(this::doubt).toList();
  }

  private String doubt(Alternative other) {
    String said = other.value() instanceof Value.Text text ? text.words() : "";
    return wording.say(
        other.evidence().isShared() ? "status.doubt.others" : "status.doubt.other",
        other.note().map(note -> wording.say("fact.note", said, note)).orElse(said));
  }

  private List<String> languageEndings(Credential credential, LocalDate today) {
    return credential.timeline().languageEndings(catalogue.language()).stream()
        .map(event -> {
          String key =
              !today.isAfter(event.day())
                  ? "status.languages.end"
                  : event.isPlanned() ? "status.languages.due" : "status.languages.ended";
          return wording.say(key, names(event.languages()), day(event));
        })
        .toList();
  }
}
