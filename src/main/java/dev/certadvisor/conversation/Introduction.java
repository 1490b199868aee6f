package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Effect.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the program's own sentences say of a pack: whatever is particular to its matter.
 *
 * @param about one or two sentences on what the pack is about
 * @param matter what there is a guide to, in the plural, as after "one guide to"
 * @param answers what can be asked, as after "You can ask about"
 * @param notice a sentence that belongs under every help, if there is one
 * @param ask questions to the guide, as a person would type them; at least one
 * @param compare what asks for a comparison, likewise
 * @param fact what asks for a fact, likewise
 * @param recommend what asks for a recommendation, likewise
 * @param suggestions what else to suggest where the platform shows suggestions; at most two
 */
public record Introduction(
    String about,
    String matter,
    String answers,
    Optional<String> notice,
    List<String> ask,
    List<String> compare,
    List<String> fact,
    List<String> recommend,
    List<Suggestion> suggestions) {

  /** Copies the lists. */
  public Introduction {
    ask = List.copyOf(ask);
    compare = List.copyOf(compare);
    fact = List.copyOf(fact);
    recommend = List.copyOf(recommend);
    suggestions = List.copyOf(suggestions);
  }

  /** What the advisor does with a message, with the pack's examples: one line for each kind. */
  List<String> abilities(Wording wording) {
    return List.of(
        wording.say("help.ask", quoted(ask)),
        wording.say("help.compare", quoted(compare)),
        wording.say("help.fact", quoted(fact)),
        wording.say("help.recommend", quoted(recommend)));
  }

  private static String quoted(List<String> examples) {
    return examples.stream().map(each -> '"' + each + '"').collect(Collectors.joining(", "));
  }
}
