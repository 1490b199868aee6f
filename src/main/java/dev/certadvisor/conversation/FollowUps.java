package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Conversation.Focus;
import dev.certadvisor.intent.Reading;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.SubjectId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** What refers to the last question: "and for azure?", "what about cost?", "why?". */
final class FollowUps {

  // So many and no more of a group: Java's matcher calls itself for each.
  private static final Pattern THE_OTHER =
      Pattern.compile(
          "(?:(?:and|or|what about|how about|ok|now|for|with) ){0,9}the other(?: (?:one|side|cloud|cert|exam))?[\\s?!.]*",
          Pattern.CASE_INSENSITIVE);

  /** What is left of "compare them" and "both please" and is no matter of its own. */
  private static final Pattern NO_MATTER =
      Pattern.compile(
          "(?:(?:them|these|those|it|and|or|for|of|in|on|the|two|please|pls|can|could|you|now|ok)\\b[\\s?!.,]*){0,29}",
          Pattern.CASE_INSENSITIVE);

  /** What is left of "and for azure?" without the name. */
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(?:(?:and|or|so|but|then|ok|okay|now|also|what|how|about|of|for|on|in|with|the|same|question|one|side|exam|cert|please)\\b[\\s?!.,]*|[?!.,]\\s*){0,29}",
          Pattern.CASE_INSENSITIVE);

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
    if (last.isEmpty()) {
      return namesASideOnly(reading)
          ? Optional.of(new Route.Say(Route.Topic.ABOUT_WHAT))
          : Optional.empty();
    }
    Focus focus = last.get();
    Optional<Route> bare = bare(focus, reading);
    if (bare.isPresent() || !reading.followUp()) {
      return bare;
    }
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
                  focus.subjects(),
                  reading.attributes())
              : new Route.Ask(
                  QuestionRoutes.query(reading.text(), reading, focus.subjects()), List.of()));
    }
    return Optional.empty();
  }

  /** "and for azure?", of which only what was said before could tell what is asked. */
  private boolean namesASideOnly(Reading reading) {
    return reading.followUp()
        && !questions.subjectsOf(reading).isEmpty()
        && REFERENCE.matcher(subjects.reworded(reading.text(), List.of())).matches();
  }

  /** What names no matter at all: "the other one?", "compare them". */
  private Optional<Route> bare(Focus focus, Reading reading) {
    List<SubjectId> others =
        subjects.ids().stream().filter(id -> !focus.subjects().contains(id)).toList();
    if (focus.subjects().size() == 1
        && others.size() == 1
        && THE_OTHER.matcher(reading.text().strip()).matches()) {
      Query query = new Query(subjects.reworded(focus.question(), others), others, List.of());
      return Optional.of(
          focus.attributes().isEmpty()
              ? new Route.Ask(query, List.of())
              : new Route.Facts(
                  query, questions.credentialsOrOwn(reading, others), focus.attributes()));
    }
    boolean compares = reading.both() || reading.comparative();
    String matter = subjects.reworded(reading.matter(), List.of()).strip();
    if (compares && NO_MATTER.matcher(matter).matches()) {
      return Optional.of(
          new Route.Compare(
              new Query(focus.question(), List.of(), List.of()),
              subjects.ids(),
              focus.attributes()));
    }
    return Optional.empty();
  }
}
