package dev.certadvisor;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.Profile;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.interview.Session;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Counts of what kind replies are, and how far interviews come: for each question how often it was
 * put and how often answered. The difference is who left there. A message that is worked on again
 * after a failure counts again.
 */
final class MeteredAdvisor implements Advisor {

  private static final String REPLIES = "advisor.replies";
  private static final String QUESTIONS = "advisor.interview.questions";

  private final Advisor advisor;
  private final MeterRegistry meters;

  /**
   * An advisor that is counted.
   *
   * @param advisor answers
   * @param meters get the counters, those of every kind of reply at once
   */
  MeteredAdvisor(Advisor advisor, MeterRegistry meters) {
    this.advisor = advisor;
    this.meters = meters;
    for (Reply.Kind kind : Reply.Kind.values()) {
      count(kind, 0);
    }
  }

  @Override
  public Transition respond(Conversation before, Incoming incoming) {
    Transition transition = advisor.respond(before, incoming);
    Reply reply = transition.reply();
    if (!reply.parts().isEmpty()) {
      count(reply.kind(), 1);
    }
    answered(before.interview(), transition.next().interview())
        .forEach(question -> count(question.value(), "answered"));
    if (hasMoved(before.interview(), transition.next().interview())) {
      reply.prompt().ifPresent(prompt -> count(prompt.question(), "put"));
    }
    return transition;
  }

  private static List<QuestionId> answered(Optional<Session> before, Optional<Session> after) {
    Profile then = before.map(Session::profile).orElse(Profile.EMPTY);
    Profile now = after.map(Session::profile).orElse(Profile.EMPTY);
    return now.choices().stream()
        .map(Choice::question)
        .filter(question -> !then.answers(question))
        .toList();
  }

  /**
   * A question that is put once more, since the words did not fit or were about else, counts once.
   */
  private static boolean hasMoved(Optional<Session> before, Optional<Session> after) {
    return !before.map(Session::steps).equals(after.map(Session::steps));
  }

  private void count(Reply.Kind kind, int more) {
    meters.counter(REPLIES, "kind", kind.name().toLowerCase(Locale.ROOT)).increment(more);
  }

  private void count(String question, String end) {
    meters.counter(QUESTIONS, "question", question, "end", end).increment();
  }
}
