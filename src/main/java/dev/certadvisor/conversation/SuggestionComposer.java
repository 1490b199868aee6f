package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Effect.Suggestion;
import dev.certadvisor.interview.Interviewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses what to suggest: first what goes on from where the person stands. */
final class SuggestionComposer {

  private final List<Suggestion> ofThePack;
  private final Interviewer interviewer;
  private final Wording wording;

  /**
   * @param ofThePack what the pack has to suggest, after what is suggested with any
   * @param interviewer knows where the person stands
   * @param wording the program's own sentences
   */
  SuggestionComposer(List<Suggestion> ofThePack, Interviewer interviewer, Wording wording) {
    this.ofThePack = List.copyOf(ofThePack);
    this.interviewer = interviewer;
    this.wording = wording;
  }

  Effect.Suggested of(Conversation conversation) {
    List<Suggestion> suggestions = new ArrayList<>();
    suggestions.add(first(conversation));
    suggestions.add(suggest("today"));
    suggestions.addAll(ofThePack);
    return new Effect.Suggested(suggestions);
  }

  private Suggestion first(Conversation conversation) {
    Optional<Boolean> answered =
        conversation.interview().map(session -> !session.choices().isEmpty());
    return switch (interviewer.position(conversation.interview())) {
      case NONE -> suggest("interview");
      case ENDED -> suggest(answered.orElse(false) ? "advice" : "interview");
      case ASKING, REVISITING, PAUSED -> suggest("resume");
      case SETTLED, COMPLETE -> suggest("advice");
    };
  }

  private Suggestion suggest(String what) {
    return new Suggestion(
        wording.say("suggest." + what), wording.say("suggest." + what + ".message"));
  }
}
