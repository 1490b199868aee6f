package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.decision.LineId;
import dev.certadvisor.decision.PlatformId;
import dev.certadvisor.decision.Sittings;
import dev.certadvisor.intent.MessageReader;
import dev.certadvisor.knowledge.Answerer;
import dev.certadvisor.knowledge.Guide;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What an advisor knows: one content pack, ready to be asked.
 *
 * @param id the pack's id and version, part of every receipt
 * @param introduction what the program says of it
 * @param subjects what the guide compares
 * @param names what people call directions, lines of work and platforms
 * @param guide what may be quoted
 * @param answerer answers from the guide
 * @param catalogue what is true of each credential
 * @param sittings which credentials can be sat, with a sentence on each
 * @param framework the decision framework
 * @param reader reads messages
 * @param ordinary whether a word in lower case is an ordinary one, not a misspelt name
 */
public record Expertise(
    String id,
    Introduction introduction,
    Subjects subjects,
    Names names,
    Guide guide,
    Answerer answerer,
    Catalogue catalogue,
    Sittings sittings,
    Framework framework,
    MessageReader reader,
    Predicate<String> ordinary) {

  /**
   * Names for people.
   *
   * @param directions of the framework's answers
   * @param lines of the lines of work
   * @param platforms of the platforms
   */
  public record Names(
      Map<DirectionId, String> directions,
      Map<LineId, String> lines,
      Map<PlatformId, String> platforms) {

    /** Copies the maps. */
    public Names {
      directions = Map.copyOf(directions);
      lines = Map.copyOf(lines);
      platforms = Map.copyOf(platforms);
    }

    String of(DirectionId direction) {
      return directions.getOrDefault(direction, direction.value());
    }

    String of(LineId line) {
      return lines.getOrDefault(line, line.value());
    }

    String of(PlatformId platform) {
      return platforms.getOrDefault(platform, platform.value());
    }
  }
}
