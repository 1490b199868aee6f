package dev.certadvisor.interview;

import dev.certadvisor.decision.Answer;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceOption;
import dev.certadvisor.decision.NextQuestion;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.ProfileReader;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.QuestionId;
import java.util.List;
import java.util.Optional;

/** What the interviewer does next. */
public sealed interface Turn {

  /** The session to store before the turn is shown; empty where there is none. */
  default Optional<Session> toStore() {
    return switch (this) {
      case Asked asked -> Optional.of(asked.session());
      case Ambiguous ambiguous -> Optional.of(ambiguous.session());
      case Unclear unclear -> Optional.of(unclear.session());
      case Explained explained -> Optional.of(explained.session());
      case Reviewed reviewed -> Optional.of(reviewed.session());
      case WhichChange whichChange -> Optional.of(whichChange.session());
      case Advised advised -> Optional.of(advised.session());
      case Paused paused -> Optional.of(paused.session());
      case Stopped stopped -> Optional.of(stopped.session());
      case OutOfPlace outOfPlace -> outOfPlace.session();
    };
  }

  /**
   * Puts a question.
   *
   * @param before what to say first, in order
   * @param prompt the question
   * @param session the session
   */
  record Asked(List<Note> before, Prompt prompt, Session session) implements Turn {

    /** Copies the list. */
    public Asked {
      before = List.copyOf(before);
    }
  }

  /**
   * The reply fitted several choices of the question: asks which was meant.
   *
   * @param between the choices that it fitted, at least two
   * @param prompt the question, still open
   * @param session the session
   */
  record Ambiguous(List<ChoiceOption> between, Prompt prompt, Session session) implements Turn {

    /** Copies the list. */
    public Ambiguous {
      between = List.copyOf(between);
    }
  }

  /**
   * The reply fitted nothing.
   *
   * @param again whether this was not the first time in a row: the choices and the way out are then
   *     to be offered plainly
   * @param prompt the question, still open
   * @param session the session
   */
  record Unclear(boolean again, Prompt prompt, Session session) implements Turn {}

  /**
   * Says why the open question is asked.
   *
   * @param effects what each choice would do to the result
   * @param prompt the question, still open; it holds the reason and the section
   * @param session the session
   */
  record Explained(List<NextQuestion.Effect> effects, Prompt prompt, Session session)
      implements Turn {

    /** Copies the list. */
    public Explained {
      effects = List.copyOf(effects);
    }
  }

  /**
   * Shows the answers so far.
   *
   * @param given question and option, in the order of answering
   * @param prompt the question that is open, if one is
   * @param session the session
   */
  record Reviewed(List<Given> given, Optional<Prompt> prompt, Session session) implements Turn {

    /** Copies the list. */
    public Reviewed {
      given = List.copyOf(given);
    }
  }

  /**
   * A change was asked for, but of which question is not clear: offers those that are answered.
   *
   * @param given what can be changed; may be empty
   * @param prompt the question that is open, if one is
   * @param session the session
   */
  record WhichChange(List<Given> given, Optional<Prompt> prompt, Session session) implements Turn {

    /** Copies the list. */
    public WhichChange {
      given = List.copyOf(given);
    }
  }

  /**
   * The direction is settled although questions are open, or all are answered: the advice is due.
   *
   * @param before what to say first, in order
   * @param profile the answers to advise on
   * @param answered how many questions are answered
   * @param of how many there are
   * @param open the questions that could not change the direction; carrying on would put them
   * @param mayChangeSitting those of them that could still change what to sit
   * @param session the session
   */
  record Advised(
      List<Note> before,
      Profile profile,
      int answered,
      int of,
      List<Question> open,
      List<Question> mayChangeSitting,
      Session session)
      implements Turn {

    /** Copies the lists. */
    public Advised {
      before = List.copyOf(before);
      open = List.copyOf(open);
      mayChangeSitting = List.copyOf(mayChangeSitting);
    }
  }

  /**
   * The interview is put aside.
   *
   * @param session the session
   */
  record Paused(Session session) implements Turn {}

  /**
   * The interview is broken off; nothing of it is advised.
   *
   * @param session the session
   */
  record Stopped(Session session) implements Turn {}

  /**
   * The move has no meaning where the interview stands.
   *
   * @param position where it stands
   * @param session the session, if there is one
   */
  record OutOfPlace(Position position, Optional<Session> session) implements Turn {}

  /**
   * A question as it is put.
   *
   * @param question the question
   * @param asked how many have been put, this one included
   * @param atMost how many can come to be put in all
   * @param current the answer that is to be changed, if it is asked for that
   */
  record Prompt(Question question, int asked, int atMost, Optional<ChoiceOption> current) {}

  /**
   * A question and its answer.
   *
   * @param question the question
   * @param option the answer
   */
  record Given(Question question, ChoiceOption option) {}

  /** Something to say before a question or the advice. */
  sealed interface Note {

    /**
     * Words were read as a choice.
     *
     * @param item the choice and the words
     */
    record Understood(ProfileReader.Item item) implements Note {}

    /**
     * Words of the reply that fitted nothing.
     *
     * @param words as typed
     */
    record Unused(List<String> words) implements Note {

      /** Copies the list. */
      public Unused {
        words = List.copyOf(words);
      }
    }

    /**
     * An answer took the place of another.
     *
     * @param from the earlier choice
     * @param to the choice that counts now
     */
    record Changed(Choice from, Choice to) implements Note {}

    /**
     * The last step was taken back.
     *
     * @param undone its choices
     */
    record WentBack(List<Choice> undone) implements Note {

      /** Copies the list. */
      public WentBack {
        undone = List.copyOf(undone);
      }
    }

    /** There was no step to take back. */
    record NothingToTakeBack() implements Note {}

    /**
     * A question was left out.
     *
     * @param question which
     */
    record Skipped(QuestionId question) implements Note {}

    /**
     * Earlier answers mean something else now, and are asked again where it matters.
     *
     * @param answers as they were given
     */
    record Voided(List<Answer> answers) implements Note {

      /** Copies the list. */
      public Voided {
        answers = List.copyOf(answers);
      }
    }

    /** The questions have changed, so that a number may have been meant for another question. */
    record NumberNotTaken() implements Note {}

    /** The interview began again from nothing. */
    record StartedOver() implements Note {}

    /** The interview was taken up again. */
    record TakenUp() implements Note {}

    /** An interview was under way, so that none was begun. */
    record AlreadyUnderWay() implements Note {}
  }
}
