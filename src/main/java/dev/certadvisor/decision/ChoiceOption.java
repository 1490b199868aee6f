package dev.certadvisor.decision;

import java.util.List;
import java.util.Optional;

/**
 * One choice of a question.
 *
 * @param id unique in its question
 * @param label its words, at most {@link #LABEL_LIMIT} characters
 * @param evidence what it says on the two axes
 * @param means names its meaning across versions of the framework: an author who rewords a choice
 *     and keeps {@code means} says that earlier answers still hold
 * @param beginner whether who picks it is advised to take a first step before the credential
 * @param words phrases by which people say it, in the notation of {@link Phrase}
 * @param replies further phrases that mean it only in reply to its own question
 * @param hinted the choice meant where the phrase is said with a hedge ("a bit of"); empty where
 *     hedging changes nothing
 * @param spurned the choice meant where the phrase is said with dislike ("hate building models");
 *     empty where that says nothing
 * @param alone the choice meant where the text says nothing plainer on the same axis: who names
 *     only tools of a platform is taken to work with it; empty where the phrase means no more than
 *     it says
 */
public record ChoiceOption(
    ChoiceId id,
    String label,
    Evidence evidence,
    String means,
    boolean beginner,
    List<Phrase> words,
    List<Phrase> replies,
    Optional<Choice> hinted,
    Optional<Choice> spurned,
    Optional<Choice> alone) {

  /** Slack's limit for the text of a button. */
  public static final int LABEL_LIMIT = 75;

  /** The choice that every question has, and that says nothing. */
  public static final ChoiceId NOT_SURE = new ChoiceId("not-sure");

  /** Copies the lists. */
  public ChoiceOption {
    words = List.copyOf(words);
    replies = List.copyOf(replies);
  }
}
