package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.conversation.Conversation.Focus;
import dev.certadvisor.intent.Reading;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.SubjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the routes to guide and catalogue: about whom, on what. */
final class QuestionRoutes {

  private final Subjects subjects;

  /**
   * @param subjects what the guide compares
   */
  QuestionRoutes(Subjects subjects) {
    this.subjects = subjects;
  }

  Route.Ask ask(Conversation before, String text, Reading reading, Instant now) {
    List<SubjectId> about = subjectsOf(reading);
    if (about.isEmpty() && reading.followUp()) {
      about = before.recentFocus(now).map(Focus::subjects).orElse(List.of());
    }
    return new Route.Ask(query(text, reading, about), credentials(reading));
  }

  Route.Compare compare(String text, Reading reading) {
    List<SubjectId> named = subjectsOf(reading);
    List<SubjectId> sides = named.size() > 1 ? named : subjects.ids();
    return new Route.Compare(query(text, reading, List.of()), sides, reading.attributes());
  }

  Route.Facts facts(Conversation before, String text, Reading reading, Instant now) {
    List<SubjectId> named = subjectsOf(reading);
    if (named.isEmpty() && reading.credentials().isEmpty() && !reading.both()) {
      named = before.recentFocus(now).map(Focus::subjects).orElse(List.of());
    }
    return new Route.Facts(
        query(text, reading, named), credentialsOrOwn(reading, named), reading.attributes());
  }

  static List<CredentialId> credentials(Reading reading) {
    return reading.credentials().stream().map(CredentialId::new).toList();
  }

  /** The credentials named; where none is, those that the guide describes for the subjects. */
  List<CredentialId> credentialsOrOwn(Reading reading, List<SubjectId> named) {
    if (!reading.credentials().isEmpty()) {
      return credentials(reading);
    }
    return reading.both()
        ? subjects.credentials()
        : named.stream()
            .flatMap(id -> subjects.find(id).stream())
            .map(Subjects.Subject::credential)
            .toList();
  }

  /** The subjects named, be it by the names of their credentials; all where both are meant. */
  List<SubjectId> subjectsOf(Reading reading) {
    if (reading.both()) {
      return subjects.ids();
    }
    List<SubjectId> named =
        new ArrayList<>(reading.subjects().stream().map(SubjectId::new).toList());
    credentials(reading).stream()
        .flatMap(credential -> subjects.of(credential).stream())
        .map(Subjects.Subject::id)
        .filter(id -> !named.contains(id))
        .forEach(named::add);
    return named;
  }

  /** Whether a question is put about more subjects than one, or about which of them. */
  boolean comparesSides(Reading reading) {
    return subjectsOf(reading).size() > 1
        && (reading.comparative() || !reading.subjects().isEmpty());
  }

  /** Whether one subject is named and nothing is said to compare it with. */
  boolean isOfOneSide(Reading reading) {
    return !reading.both() && !reading.comparative() && subjectsOf(reading).size() == 1;
  }

  static Query query(String text, Reading reading, List<SubjectId> about) {
    return new Query(
        reading.text().isBlank() ? text : reading.text(),
        about,
        reading.topics(),
        !reading.outside().isEmpty());
  }
}
