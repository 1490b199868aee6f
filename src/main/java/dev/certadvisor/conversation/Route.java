package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.decision.Receipt;
import dev.certadvisor.intent.Intent;
import dev.certadvisor.knowledge.Query;
import dev.certadvisor.knowledge.SectionId;
import dev.certadvisor.knowledge.SubjectId;
import java.util.List;

/** Where a message goes. */
sealed interface Route {

  /**
   * To the guide, for an answer.
   *
   * @param query what to look for
   * @param credentials credentials that were named beside; their status is said first
   */
  record Ask(Query query, List<CredentialId> credentials) implements Route {
    public Ask {
      credentials = List.copyOf(credentials);
    }
  }

  /**
   * To the guide, for both sides.
   *
   * @param query the question
   * @param sides which subjects
   * @param attributes facts that were asked for, to stand below what the guide says
   */
  record Compare(Query query, List<SubjectId> sides, List<String> attributes) implements Route {
    public Compare {
      sides = List.copyOf(sides);
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * To the catalogue.
   *
   * @param query the question, in case the guide has something to add
   * @param credentials whose facts; none means those of all subjects and what replaced them
   * @param attributes which facts; none means an overview
   */
  record Facts(Query query, List<CredentialId> credentials, List<String> attributes)
      implements Route {
    public Facts {
      credentials = List.copyOf(credentials);
      attributes = List.copyOf(attributes);
    }
  }

  /**
   * To the catalogue, for something that it does not list.
   *
   * @param named what was asked for, as typed
   */
  record NotListed(String named) implements Route {}

  /**
   * To the recommender, with what the person says of themself.
   *
   * @param profile their words; may be empty
   * @param anew whether the advice is to rest on these words alone, and not on what was answered in
   *     an interview that is over
   * @param credentials credentials that were named beside; that one is over is said first
   */
  record Advise(String profile, boolean anew, List<CredentialId> credentials) implements Route {
    public Advise {
      credentials = List.copyOf(credentials);
    }
  }

  /**
   * To an answer if there is one, else to advice: a question on what would suit somebody.
   *
   * @param answer where the question goes
   * @param advice where to go if there is no answer
   */
  record AnswerOrAdvice(Route answer, Advise advice) implements Route {}

  /**
   * To what others may see of this talk.
   *
   * @param what which part of it
   */
  record Share(Shared what) implements Route {}

  /** What can be shown to others. */
  enum Shared {
    /** That is yet to be chosen. */
    UNDECIDED,
    /** The last advice, without the person's answers. */
    ADVICE,
    /** The last answer of the guide or the catalogue. */
    ANSWER
  }

  /**
   * To the guide if it answers, else elsewhere: words that may ask something and could yet be meant
   * as a wish for advice, a move of an interview, or talk.
   *
   * @param ask the question
   * @param sure whether only a clear answer counts, not the closest that there is
   * @param otherwise where to go if the guide does not answer
   */
  record AskOr(Ask ask, boolean sure, Route otherwise) implements Route {}

  /**
   * To the interview.
   *
   * @param input what is put to it
   */
  record Interview(Input input) implements Route {}

  /** What is put to the interview. */
  sealed interface Input {

    /**
     * A move that needs no words.
     *
     * @param move which
     */
    record Moved(Act.Move move) implements Input {}

    /**
     * A choice picked by a button.
     *
     * @param act which
     */
    record Picked(Act.Choose act) implements Input {}

    /**
     * A question to take up again.
     *
     * @param act which
     */
    record Revised(Act.Change act) implements Input {}

    /**
     * Words that are to be understood as an answer.
     *
     * @param text as typed
     */
    record Worded(String text) implements Input {}

    /**
     * Words that are to be understood as a change of an answer.
     *
     * @param text as typed
     */
    record Changed(String text) implements Input {}
  }

  /** Further passages on what was last asked. */
  record More() implements Route {}

  /**
   * One of the passages that were quoted last, in full.
   *
   * @param place which, counted from 0; may be greater than there are
   */
  record Quoted(int place) implements Route {}

  /**
   * Why that is so: what the guide says to it, or else further passages.
   *
   * @param query the last question, asked for its reason
   */
  record Why(Query query) implements Route {}

  /** The reasons of the last advice. */
  record Explain() implements Route {}

  /**
   * An advice that was given before.
   *
   * @param receipt what its text form held
   */
  record Reopen(Receipt.Found receipt) implements Route {}

  /**
   * A section by its name.
   *
   * @param section which
   */
  record Read(SectionId section) implements Route {}

  /**
   * Back to the person: which of these was meant?
   *
   * @param text their words
   * @param intents at least two
   */
  record DidYouMean(String text, List<Intent> intents) implements Route {
    public DidYouMean {
      intents = List.copyOf(intents);
    }
  }

  /**
   * A fixed reply of a few sentences.
   *
   * @param topic which
   */
  record Say(Topic topic) implements Route {}

  /** The fixed replies. */
  enum Topic {
    GREETING,
    THANKS,
    FAREWELL,
    IDENTITY,
    HELP,
    ACKNOWLEDGED,
    ABOUT_WHAT,
    ASK_FORGET,
    FORGOTTEN,
    KEPT,
    EXPORT,
    HUMAN
  }

  /**
   * Nowhere: it is nothing that the advisor is for.
   *
   * @param query the words, to name near sections
   */
  record Unknown(Query query) implements Route {}
}
