package dev.certadvisor.decision;

/** How words change what the words around them say, whatever the question. */
public enum Cue {
  /** The next words do not hold: "not", "no", "never". */
  NEGATION,
  /** The next words are unwelcome: "hate", "tired of". */
  DISLIKE,
  /** The words before it are unwelcome: "isn't for me", "bores me". */
  AVERSION,
  /** The words beside it hold only a little: "a bit of", "dabbled in". */
  HEDGE,
  /** The words around it hold most of all: "mostly", "all day". */
  STRESS,
  /** The next words are where the person wants to go: "want to become", "target employers". */
  WISH,
  /** The next words are where the person is certain to go: "the new job". */
  ARRIVAL,
  /**
   * The next words are what the person leaves: "used to be". With a gap ("from .. to") what stands
   * in the gap is left, and what follows is an arrival.
   */
  PARTING,
  /**
   * The words beside it are known or have been used, which need not mean today: "experience with".
   */
  KNOWING,
  /** Two sides weigh the same: "half", "equally". */
  HALVES,
  /** The next words are about somebody else: "my colleague". */
  OTHERS,
  /** A new thought begins: "but", "although". */
  TURN,
  /** The person cannot say: "no idea", "don't know". */
  UNSURE,
  /** The person speaks of themself, or of the work or employer of somebody: "i", "our", "shop". */
  SELF,
  /** The person asks rather than tells: "what", "how", "difference". */
  ASKING,
  /** The person asks where a thought begins with it: "is", "will". */
  ASKING_FIRST,
  /** The person asks what would fit them, or what to do: "which cert fits me", "any advice". */
  SEEKING,
  /** The same where it is the last thought, and all of it: ", which one?". */
  SEEKING_LAST,
  /** Something does not work: "keeps timing out". Who says so wants help, not advice. */
  TROUBLE,
  /** At the very beginning: what follows belongs to what was said before: "oh, and". */
  ADDING,
  /** Says nothing, and keeps its words from being read as another cue: "not only". */
  NEUTRAL
}
