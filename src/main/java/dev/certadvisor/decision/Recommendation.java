package dev.certadvisor.decision;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.knowledge.SectionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Advice worked out from a set of choices: the direction, what to sit today, why, and what would
 * change it.
 *
 * @param direction empty where it is too close to call
 * @param settledEarly whether questions are open whose answers could not change the direction
 * @param asked how many questions were answered
 * @param ranking every direction, most fitting first; shares add up to 1
 * @param line the line of work that the choices point to; empty where they balance
 * @param platform the platform that the choices point to; empty where they balance
 * @param sitToday the credential to sit: of the corner that line and platform give, or, where one
 *     of them is open, of the direction's own corner if that agrees; empty where neither gives one
 *     that can be sat
 * @param candidates where line or platform is open, what to sit in each corner that is still
 *     possible, the likelier first; otherwise as {@code sitToday}
 * @param firstStep what a beginner is advised to take before
 * @param reasons the choices that carry weight, heaviest first
 * @param wouldChange the smallest sets of changed choices that give another direction; none
 *     contains another
 * @param lead by how much the first of the ranking leads, in log-odds; 0 where they are even
 * @param toTie how much of that could go, in log-odds, before it would be too close to call; below
 *     0 where it is
 */
public record Recommendation(
    Optional<DirectionId> direction,
    boolean settledEarly,
    int asked,
    List<Share> ranking,
    Optional<LineId> line,
    Optional<PlatformId> platform,
    Optional<SitToday> sitToday,
    List<SitToday> candidates,
    Optional<SitToday> firstStep,
    List<Reason> reasons,
    List<Flip> wouldChange,
    double lead,
    double toTie) {

  /** Copies the lists. */
  public Recommendation {
    candidates = List.copyOf(candidates);
    ranking = List.copyOf(ranking);
    reasons = List.copyOf(reasons);
    wouldChange = List.copyOf(wouldChange);
  }

  /** Whether no direction is far enough ahead to be advised. */
  public boolean close() {
    return direction.isEmpty();
  }

  /**
   * A direction's part of the whole.
   *
   * @param direction the direction
   * @param share 0 to 1
   */
  public record Share(DirectionId direction, double share) {}

  /**
   * The credential that can be sat on the day of the advice.
   *
   * @param credential never one that is retired on that day
   * @param why one sentence with its status
   * @param asOf the day on which the status was last seen at its source
   */
  public record SitToday(CredentialId credential, String why, LocalDate asOf) {}

  /**
   * One choice's part in the result.
   *
   * @param choice the question and the choice
   * @param towards the direction that it favours
   * @param weight log-odds, above 0
   * @param section the section of the guide that it rests on
   */
  public record Reason(Choice choice, DirectionId towards, double weight, SectionId section) {}

  /**
   * A smallest set of changed choices and what they lead to.
   *
   * @param changes at least one, each of another question
   * @param direction the direction that they lead to
   */
  public record Flip(List<Change> changes, DirectionId direction) {

    /** Copies the list. */
    public Flip {
      changes = List.copyOf(changes);
    }
  }

  /**
   * One changed choice.
   *
   * @param question the question
   * @param from what was chosen
   * @param to what would have to be chosen
   */
  public record Change(QuestionId question, ChoiceId from, ChoiceId to) {}
}
