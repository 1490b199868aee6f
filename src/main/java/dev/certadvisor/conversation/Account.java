package dev.certadvisor.conversation;

import dev.certadvisor.decision.NextQuestion;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.intent.Intent;
import dev.certadvisor.interview.Position;
import dev.certadvisor.knowledge.SectionId;
import java.util.List;
import java.util.Optional;

/**
 * Why a reply is as it is, for whoever looks behind it. Holds ids and numbers only, never a word of
 * the person or a choice of theirs.
 *
 * @param understood how the words were read; empty where there were none, as with a button
 * @param sections what of the guide was found, best first; empty where the guide was not asked
 * @param interview where the interview stands; empty where there is none
 */
public record Account(
    Optional<Understood> understood, List<Found> sections, Optional<Interviewing> interview) {

  /** Nothing to tell. */
  public static final Account NONE = new Account(Optional.empty(), List.of(), Optional.empty());

  /** Copies the list. */
  public Account {
    sections = List.copyOf(sections);
  }

  /**
   * What the words were taken for.
   *
   * @param intent what they ask for
   * @param confidence 0 to 1: the probability that this is right
   * @param runnersUp what else they could have meant, most probable first
   */
  public record Understood(Intent intent, double confidence, List<Guess> runnersUp) {

    /** Copies the list. */
    public Understood {
      runnersUp = List.copyOf(runnersUp);
    }
  }

  /**
   * What the words could also have meant.
   *
   * @param intent what they would ask for
   * @param confidence 0 to 1: the probability that this is right
   */
  public record Guess(Intent intent, double confidence) {}

  /**
   * A section that was found.
   *
   * @param section which
   * @param score 0 to 1: how much of the question its best passage covers
   */
  public record Found(SectionId section, double score) {}

  /**
   * Where an interview stands.
   *
   * @param position where
   * @param open the question that waits for an answer; empty where none does
   * @param gains how much each open question would tell about the direction, most first
   */
  public record Interviewing(
      Position position, Optional<QuestionId> open, List<NextQuestion.Gain> gains) {

    /** Copies the list. */
    public Interviewing {
      gains = List.copyOf(gains);
    }
  }

  Account withUnderstood(Understood reading) {
    return new Account(Optional.of(reading), sections, interview);
  }

  /** The same with where the interview stands. */
  public Account withInterview(Interviewing stand) {
    return new Account(understood, sections, Optional.of(stand));
  }
}
