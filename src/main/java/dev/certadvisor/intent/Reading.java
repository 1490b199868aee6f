package dev.certadvisor.intent;

import java.util.List;

/**
 * A message as it was understood.
 *
 * @param text the message with misspelt names corrected, otherwise as written
 * @param matter the text without the words that only tell that it compares ("difference between the
 *     two"); may be empty
 * @param intent what it asks for; {@link Intent#OOS} where it is nothing that we do
 * @param confidence 0 to 1: the probability that the intent is right
 * @param runnersUp the next intents, most probable first, at most three
 * @param subjects ids of the subjects named, in order of mention; a credential does not name its
 *     subject, since only the catalogue knows it
 * @param both whether it means all subjects: it names two, or says "both", "the two", "which one"
 * @param comparative whether it compares ("harder", "better", "versus")
 * @param followUp whether it refers to what was said before ("and for azure?", "what about cost")
 * @param credentials codes of the credentials named, in order of mention
 * @param topics topic words that it touches, in order of mention
 * @param attributes facts asked for ("price", "pass-mark"), in order of mention
 * @param negated ids of subjects, credentials and topics that it excludes ("without maths", "not
 *     azure"); they are not among those above
 * @param outside words that name something the advisor knows nothing of, as written ("google
 *     cloud", "salary", a code of an unknown exam)
 * @param readAs what was not taken literally: misspelt or old names and what they were read as
 */
public record Reading(
    String text,
    String matter,
    Intent intent,
    double confidence,
    List<Candidate> runnersUp,
    List<String> subjects,
    boolean both,
    boolean comparative,
    boolean followUp,
    List<String> credentials,
    List<String> topics,
    List<String> attributes,
    List<String> negated,
    List<String> outside,
    List<ReadAs> readAs) {

  /** Copies the lists. */
  public Reading {
    runnersUp = List.copyOf(runnersUp);
    subjects = List.copyOf(subjects);
    credentials = List.copyOf(credentials);
    topics = List.copyOf(topics);
    attributes = List.copyOf(attributes);
    negated = List.copyOf(negated);
    outside = List.copyOf(outside);
    readAs = List.copyOf(readAs);
  }

  /**
   * Whether the first two intents are too close to act without asking which was meant.
   *
   * @see #runnersUp()
   */
  public boolean isAmbiguous() {
    return !runnersUp.isEmpty() && confidence - runnersUp.getFirst().confidence() < CLOSE;
  }

  /** Two intents closer than this need a question back. */
  private static final double CLOSE = 0.15;

  /**
   * An intent that could have been meant.
   *
   * @param intent which
   * @param confidence 0 to 1
   */
  public record Candidate(Intent intent, double confidence) {}

  /**
   * Words that were not taken literally.
   *
   * @param written as typed
   * @param read as understood
   */
  public record ReadAs(String written, String read) {}
}
