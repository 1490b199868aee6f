package dev.certadvisor.conversation;

import dev.certadvisor.knowledge.SectionId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Messages whose first word says what to do. */
final class Commands {

  /** "ask me some questions" is no question. */
  private static final Pattern IS_OF_ONESELF =
      Pattern.compile("^(?:me|us)\\b", Pattern.CASE_INSENSITIVE);

  /** "recommend a laptop" wishes for a thing, "recommend security engineer" tells of a person. */
  private static final Pattern IS_OF_A_THING =
      Pattern.compile(
          "^(?!.*\\b(?:exam|cert|certificate|certification|credential|badge)s?\\b)(?:(?:me|us) )?(?:an?|some|any|the|your|good|to|that|it)\\b",
          Pattern.CASE_INSENSITIVE);

  private final Set<SectionId> sections;
  private final MeaningRouter meaning;

  /**
   * @param sections of the guide, to be read by their names
   * @param meaning where questions behind a command go
   */
  Commands(Set<SectionId> sections, MeaningRouter meaning) {
    this.sections = Set.copyOf(sections);
    this.meaning = meaning;
  }

  /**
   * Where a command goes.
   *
   * @param before the conversation
   * @param text all that was said
   * @param now the time
   * @param slash whether it came by the slash command, where a first word is a command even if
   *     nothing follows it
   * @return empty where the first word is no command
   */
  Optional<Routed> find(Conversation before, String text, Instant now, boolean slash) {
    Optional<Act.Move> typed = InterviewMoves.typed(text);
    // Without an interview "why" is about the last answer.
    boolean isOfAnAnswer =
        typed.filter(move -> move == Act.Move.WHY).isPresent() && before.interview().isEmpty();
    if (typed.isPresent() && !isOfAnAnswer) {
      return Optional.of(Routed.to(InterviewMoves.route(typed.get())));
    }
    String[] words = text.strip().split("\\s+", 2);
    String rest = words.length > 1 ? words[1].strip() : "";
    return switch (words[0].toLowerCase(Locale.ROOT)) {
      case "ask" -> {
        if (IS_OF_ONESELF.matcher(rest).find()) {
          yield Optional.empty();
        }
        yield rest.isEmpty() ? help(slash) : Optional.of(meaning.asked(before, rest, now));
      }
      case "recommend" -> recommended(before, rest, slash);
      case "compare" ->
          slash || before.recentFocus(now).isEmpty()
              ? Optional.of(meaning.compared(rest))
              : Optional.empty();
      case "status" -> Optional.of(meaning.facts(before, rest, now));
      case "read" -> readSection(rest);
      case "change" ->
          before.interview().isPresent() && !rest.isEmpty()
              ? Optional.of(Routed.to(new Route.Interview(new Route.Input.Changed(text))))
              : Optional.empty();
      case "help" ->
          slash || rest.isEmpty() ? Optional.of(say(Route.Topic.HELP)) : Optional.empty();
      case "interview" ->
          slash || rest.isEmpty() ? Optional.of(moved(Act.Move.START_INTERVIEW)) : Optional.empty();
      case "export" -> slash ? Optional.of(say(Route.Topic.EXPORT)) : Optional.empty();
      case "forget" ->
          slash && rest.equalsIgnoreCase("me")
              ? Optional.of(say(Route.Topic.ASK_FORGET))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Advice on what follows; without anything, advice on what is known or the first question. */
  private Optional<Routed> recommended(Conversation before, String rest, boolean slash) {
    boolean told = before.interview().filter(talk -> !talk.choices().isEmpty()).isPresent();
    if (rest.isEmpty() && !slash && told) {
      return Optional.of(moved(Act.Move.FINISH));
    }
    boolean tells = slash || meaning.tellsOfAPerson(rest);
    boolean maybeTells = !IS_OF_A_THING.matcher(rest).find() && meaning.staysInScope(rest);
    return tells || maybeTells ? Optional.of(meaning.advised(rest)) : Optional.empty();
  }

  private static Optional<Routed> help(boolean slash) {
    return slash ? Optional.of(say(Route.Topic.HELP)) : Optional.empty();
  }

  private Optional<Routed> readSection(String rest) {
    return sections.stream()
        .filter(section -> section.value().equalsIgnoreCase(rest))
        .findFirst()
        .map(section -> Routed.to(new Route.Read(section)));
  }

  private static Routed say(Route.Topic topic) {
    return Routed.to(new Route.Say(topic));
  }

  private static Routed moved(Act.Move move) {
    return Routed.to(new Route.Interview(new Route.Input.Moved(move)));
  }
}
