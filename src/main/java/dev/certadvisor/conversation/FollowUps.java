package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Conversation.Focus;
import dev.certadvisor.intent.Reading;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What refers to the last question: "and for azure?", "what about cost?", "why?". */
final class FollowUps {

  private final Subjects subjects;
  private final QuestionRoutes questions;

  /**
   * @param subjects what the guide compares
   * @param questions makes the routes
   */
  FollowUps(Subjects subjects, QuestionRoutes questions) {
    this.subjects = subjects;
    this.questions = questions;
  }

  /** What refers to the last question: "and for azure?", "what about cost?". */
  Optional<Route> find(Conversation before, Reading reading, Instant now) {
    Optional<Focus> last = before.recentFocus(now);
    OptionalInt place = Ordinals.in(reading.text());
    if (place.isPresent()) {
      return Optional.of(new Route.Quoted(place.getAsInt()));
    }
    if (last.isEmpty() || !reading.followUp()) {
      return Optional.empty();
    }
    Focus focus = last.get();
    List<SubjectId> named = questions.subjectsOf(reading);
    boolean newMatter = !reading.topics().isEmpty() || !reading.attributes().isEmpty();
    if (!named.isEmpty() && !newMatter) {
      return Optional.of(
          focus.attributes().isEmpty()
              ? new Route.Ask(
                  new Query(subjects.reworded(focus.question(), named), named, List.of()),
                  QuestionRoutes.credentials(reading))
              : new Route.Facts(
                  new Query(subjects.reworded(focus.question(), named), named, List.of()),
                  questions.credentialsOrOwn(reading, named),
                  focus.attributes()));
    }
    if (named.isEmpty() && newMatter && !focus.subjects().isEmpty()) {
      return Optional.of(
          focus.subjects().size() > 1
              ? new Route.Compare(
                  QuestionRoutes.query(reading.text(), reading, focus.subjects()),
                  reading.matter(),
                  focus.subjects(),
                  reading.attributes())
              : new Route.Ask(
                  QuestionRoutes.query(reading.text(), reading, focus.subjects()), List.of()));
    }
    return Optional.empty();
  }
}
