package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Conversation.Focus;
import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Reply.Button;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.decision.Recommendation;
import dev.certadvisor.decision.Recommender;
import dev.certadvisor.interview.Interviewer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Shows what others may see of a talk; whoever talks chooses what that is. Where it goes is the
 * surface's matter.
 */
final class ShareResponder {

  private final Interviewer interviewer;
  private final Recommender recommender;
  private final AdviceComposer advice;
  private final Supplier<LocalDate> today;
  private final Wording wording;

  ShareResponder(
      Interviewer interviewer,
      Recommender recommender,
      AdviceComposer advice,
      Supplier<LocalDate> today,
      Wording wording) {
    this.interviewer = interviewer;
    this.recommender = recommender;
    this.advice = advice;
    this.today = today;
    this.wording = wording;
  }

  /**
   * What was asked for, exactly as others may see it; where it is still open, what there is.
   *
   * @param before the conversation
   * @param route what to share
   * @param now the time
   * @param asking answers a question as if it were asked afresh, which gives the same answer
   */
  Transition share(
      Conversation before, Route.Share route, Instant now, Function<String, Reply> asking) {
    Optional<Reply> shown =
        switch (route.what()) {
          case UNDECIDED -> Optional.of(choice(before, now));
          case ADVICE -> adviceForOthers(before);
          case ANSWER ->
              before
                  .recentFocus(now)
                  .map(Focus::question)
                  .map(asking)
                  .flatMap(ShareResponder::bare);
        };
    return new Transition(before, shown.orElseGet(this::nothing));
  }

  private Reply choice(Conversation before, Instant now) {
    List<Part> parts = new ArrayList<>();
    List<Button> buttons = new ArrayList<>();
    before
        .recentFocus(now)
        .ifPresent(focus -> {
          parts.add(new Part.Prose(wording.say("share.answer", focus.question())));
          buttons.add(button("button.share-answer", Act.Move.SHARE_ANSWER));
        });
    if (advised(before).isPresent()) {
      parts.addFirst(new Part.Prose(wording.say("share.advice")));
      buttons.addFirst(button("button.share-advice", Act.Move.SHARE_ADVICE));
    }
    if (parts.isEmpty()) {
      return nothing();
    }
    parts.addFirst(new Part.Prose(wording.say("share.choose")));
    parts.add(new Part.Buttons(buttons));
    return help(parts);
  }

  /** The last advice as others may see it; empty where the person has been given none. */
  Optional<Reply> adviceForOthers(Conversation conversation) {
    return advised(conversation).map(given -> advice.forOthers(given, today.get()));
  }

  /** The last advice, if the person has been given one. */
  private Optional<Recommendation> advised(Conversation before) {
    return before
        .interview()
        .filter(session -> interviewer.hasAdvice(session))
        .map(session -> recommender.advise(interviewer.profile(session), today.get()));
  }

  /** An answer without the buttons; empty where the question is no longer answered. */
  private static Optional<Reply> bare(Reply reply) {
    return switch (reply.kind()) {
      case ANSWER, COMPARISON, STATUS ->
          Optional.of(
              reply.withParts(
                  reply.parts().stream().filter(part -> !(part instanceof Part.Buttons)).toList()));
      case RECOMMENDATION, INTERVIEW, HELP, SMALLTALK, UNKNOWN -> Optional.empty();
    };
  }

  private Reply nothing() {
    return help(List.of(new Part.Prose(wording.say("talk.share"))));
  }

  private Button button(String key, Act.Move move) {
    return new Button(wording.say(key), new Act.Do(move));
  }

  private static Reply help(List<Part> parts) {
    return new Reply(Kind.HELP, Audience.CONVERSATION, parts, 1, List.of(), Optional.empty());
  }
}
