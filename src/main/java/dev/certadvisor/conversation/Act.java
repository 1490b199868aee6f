package dev.certadvisor.conversation;

import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.knowledge.SectionId;
import java.util.Map;

/** What a button does when it is pressed. Edges carry it as an opaque, versioned text. */
public sealed interface Act {

  /**
   * As if the person had said this.
   *
   * @param text the words
   */
  record Say(String text) implements Act {}

  /**
   * Answers a question of the interview.
   *
   * @param choice the question and the choice
   */
  record Choose(Choice choice) implements Act {}

  /**
   * Answers a question of the interview as it was put: it does nothing once another question is
   * open, so that a message of long ago changes nothing by accident.
   *
   * @param choice the question and the choice
   */
  record Answer(Choice choice) implements Act {}

  /**
   * Takes up a question again to answer it differently.
   *
   * @param question the question
   */
  record Change(QuestionId question) implements Act {}

  /**
   * A move in the dialog that needs no words.
   *
   * @param move which
   */
  record Do(Move move) implements Act {}

  /**
   * Shows what a section of the guide is about, in its own words.
   *
   * @param section which
   */
  record Read(SectionId section) implements Act {}

  /**
   * Tells whether an answer helped.
   *
   * @param helpful the verdict
   * @param about what it is about: the sections that were cited, joined by commas
   */
  record Rate(boolean helpful, String about) implements Act {}

  /**
   * Begins to show an answer to others.
   *
   * @param question the words that gave it
   */
  record ShareAnswer(String question) implements Act {}

  /** Begins to show the last advice to others, without the answers that it rests on. */
  record ShareAdvice() implements Act {}

  /**
   * Begins to bring a question before people.
   *
   * @param question the words
   */
  record AskPerson(String question) implements Act {}

  /** Begins to set where the advisor speaks. */
  record SetChannel() implements Act {}

  /** Begins to set the channel in which people answer what the advisor cannot. */
  record SetPeople() implements Act {}

  /**
   * Hands in a form that was filled in.
   *
   * @param sheet which form
   * @param about what it was about, as the form said
   * @param values what was filled in, by the field's id; what was left blank is missing
   */
  record Submit(Sheet sheet, String about, Map<String, String> values) implements Act {

    /** The id of the field that holds a channel, in every form that has one. */
    public static final String CHANNEL = "channel";

    /** Copies the map. */
    public Submit {
      values = Map.copyOf(values);
    }
  }

  /** The forms. */
  enum Sheet {
    FEEDBACK,
    SHARE_ANSWER,
    SHARE_ADVICE,
    ASK_A_PERSON,
    CHANNEL_RULE,
    PEOPLE
  }

  /** Moves that need no words. */
  enum Move {
    START_INTERVIEW,
    BACK,
    SKIP,
    WHY,
    REVIEW,
    CARRY_ON,
    PAUSE,
    RESUME,
    RESTART,
    STOP,
    FINISH,
    /** Asks what of the talk may be shown to others. */
    SHARE,
    /** The last advice as others may see it: without the person's answers. */
    SHARE_ADVICE,
    /** The last answer as others may see it. */
    SHARE_ANSWER,
    ASK_A_PERSON,
    FORGET_ME,
    CONFIRM_FORGET_ME,
    /** Declines to be forgotten. */
    KEEP,
    EXPORT,
    HELP
  }
}
