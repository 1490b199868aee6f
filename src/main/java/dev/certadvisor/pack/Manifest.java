package dev.certadvisor.pack;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.LineId;
import dev.certadvisor.decision.PlatformId;
import dev.certadvisor.knowledge.SubjectId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code pack.yaml} says: the pack's name and the vocabulary that its other files share.
 *
 * @param id the pack's id, part of every receipt
 * @param version changes whenever the content does, part of every receipt
 * @param title for people
 * @param about one or two sentences for help texts
 * @param introduction what else the program's own sentences say of the pack
 * @param subjects what is compared, in the order in which sides are shown
 * @param directions the answers that the framework can give
 * @param lines names of the lines of work, for people
 * @param platforms names of the platforms, for people
 * @param topics topic words and their names, in order
 * @param claims how many claims the inventory has, numbered from 1; 0 where the pack keeps none
 */
public record Manifest(
    String id,
    String version,
    String title,
    String about,
    Introduction introduction,
    List<Subject> subjects,
    List<Direction> directions,
    Map<LineId, String> lines,
    Map<PlatformId, String> platforms,
    Map<String, String> topics,
    int claims) {

  /**
   * What is particular to the pack in what the program says itself.
   *
   * @param matter what there is a guide to, in the plural, as after "one guide to"
   * @param answers what can be asked, as after "You can ask about"
   * @param notice a sentence that belongs under every help, if there is one
   * @param examples messages as a person would type them
   * @param suggestions what else to suggest where the platform shows suggestions; at most two
   */
  public record Introduction(
      String matter,
      String answers,
      Optional<String> notice,
      Examples examples,
      List<Suggestion> suggestions) {

    /** Copies the list. */
    public Introduction {
      suggestions = List.copyOf(suggestions);
    }
  }

  /**
   * Messages as a person would type them, at least one of each kind.
   *
   * @param ask questions to the guide
   * @param compare ask for a comparison
   * @param fact ask for a fact of the catalogue
   * @param recommend ask for a recommendation
   */
  public record Examples(
      List<String> ask, List<String> compare, List<String> fact, List<String> recommend) {

    /** Copies the lists. */
    public Examples {
      ask = List.copyOf(ask);
      compare = List.copyOf(compare);
      fact = List.copyOf(fact);
      recommend = List.copyOf(recommend);
    }
  }

  /**
   * Something to say.
   *
   * @param title as it is shown
   * @param message what is said when it is chosen
   */
  public record Suggestion(String title, String message) {}

  /**
   * One thing compared.
   *
   * @param id its id
   * @param name its full name
   * @param shortName what people call it
   * @param credential the credential that the guide describes
   */
  public record Subject(SubjectId id, String name, String shortName, CredentialId credential) {}

  /**
   * One answer of the framework.
   *
   * @param id its id
   * @param name for people
   * @param subject the subject that it stands for
   */
  public record Direction(DirectionId id, String name, SubjectId subject) {}
}
