package dev.certadvisor.pack;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.LineId;
import dev.certadvisor.decision.PlatformId;
import dev.certadvisor.knowledge.SubjectId;
import java.util.List;
import java.util.Map;

/**
 * What {@code pack.yaml} says: the pack's name and the vocabulary that its other files share.
 *
 * @param id the pack's id, part of every receipt
 * @param version changes whenever the content does, part of every receipt
 * @param title for people
 * @param about one or two sentences for help texts
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
    List<Subject> subjects,
    List<Direction> directions,
    Map<LineId, String> lines,
    Map<PlatformId, String> platforms,
    Map<String, String> topics,
    int claims) {

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
