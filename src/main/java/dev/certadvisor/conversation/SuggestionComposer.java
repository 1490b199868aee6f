package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Effect.Suggestion;
import dev.certadvisor.interview.Interviewer;
import java.util.List;
import java.util.Optional;

/** Chooses what to suggest: first what goes on from where the person stands. */
final class SuggestionComposer {

  private final Interviewer interviewer;
  private final Wording wording;

  SuggestionComposer(Interviewer interviewer, Wording wording) {
    this.interviewer = interviewer;
    this.wording = wording;
  }

  Effect.Suggested of(Conversation conversation) {
    return new Effect.Suggested(
        List.of(first(conversation), suggest("today"), suggest("cost"), suggest("hard")));
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
