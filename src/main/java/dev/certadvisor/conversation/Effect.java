package dev.certadvisor.conversation;

import java.util.List;
import java.util.Optional;

/** What a message brings about besides the reply to whoever wrote it. */
public sealed interface Effect {

  /**
   * Says something in a channel, on a person's wish.
   *
   * @param channel the platform's id of it
   * @param reply what to say
   */
  record Post(String channel, Reply reply) implements Effect {}

  /**
   * Says something to whoever wrote the message alone, beside a reply that others read.
   *
   * @param reply what to say
   */
  record Aside(Reply reply) implements Effect {}

  /**
   * The buttons have had their day: they go from the message on which one was pressed.
   *
   * @param which of its buttons
   * @param words stand in their place
   * @param instead whether the words say all, so that the reply is only for where a message cannot
   *     be changed
   */
  record Retire(Which which, String words, boolean instead) implements Effect {}

  /** Which buttons of a message go. */
  enum Which {
    /** All those of a question that was put. */
    OF_A_QUESTION,
    /** Those that ask whether an answer helped. */
    RATINGS
  }

  /**
   * An answer was rated. A person's later word on the same answer takes the place of the earlier.
   *
   * @param helpful the verdict
   * @param about the passages that were cited, joined by commas
   * @param reason why not, by its id; empty where none was given
   * @param words more in the person's own words; empty where there are none
   */
  record Rated(boolean helpful, String about, Optional<String> reason, Optional<String> words)
      implements Effect {}

  /**
   * Something was asked that the guide does not hold.
   *
   * @param question its words as they may be kept: without what could tell who asked; not blank, at
   *     most 200 characters
   */
  record Unheld(String question) implements Effect {}

  /**
   * What the person's home page shows has changed.
   *
   * @param page the page as it is now
   */
  record HomeChanged(Reply page) implements Effect {}

  /**
   * What to suggest to the person who has their talk with the advisor before them, where the
   * platform shows such suggestions.
   *
   * @param suggestions at most four
   */
  record Suggested(List<Suggestion> suggestions) implements Effect {

    /** Copies the list. */
    public Suggested {
      suggestions = List.copyOf(suggestions);
    }
  }

  /**
   * Something to say.
   *
   * @param title as it is shown
   * @param message what is said when it is chosen
   */
  record Suggestion(String title, String message) {}

  /** What still waits to be said where this was done goes unsaid. */
  record Halt() implements Effect {}

  /** All that is kept of the person goes, wherever it is kept. */
  record Forget() implements Effect {}

  /** The person is shown all that is kept of them, in place of the reply. */
  record Export() implements Effect {}

  /**
   * An admin has settled where the advisor speaks.
   *
   * @param channel the platform's id of the channel
   * @param rule what holds there from now on
   */
  record Ruled(String channel, ChannelRule rule) implements Effect {}

  /**
   * An admin has settled where people answer what the advisor cannot.
   *
   * @param channel the platform's id of the channel; empty where the workspace has none of its own
   */
  record PeopleChosen(Optional<String> channel) implements Effect {}
}
