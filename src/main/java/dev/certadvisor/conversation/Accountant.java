package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Account.Found;
import dev.certadvisor.conversation.Account.Interviewing;
import dev.certadvisor.conversation.Account.Understood;
import dev.certadvisor.decision.Question;
import dev.certadvisor.intent.Reading;
import dev.certadvisor.interview.Interviewer;
import dev.certadvisor.interview.Session;
import dev.certadvisor.knowledge.Answer;
import java.util.List;
import java.util.Optional;

/** Gives replies the account of why they are as they are. */
final class Accountant {

  private final Interviewer interviewer;

  Accountant(Interviewer interviewer) {
    this.interviewer = interviewer;
  }

  /** With how the words were read, and where the interview stands that the reply is about. */
  Transition account(Transition transition, Optional<Reading> reading) {
    Account account = transition.reply().account();
    if (reading.isPresent()) {
      Reading read = reading.get();
      account =
          account.withUnderstood(
              new Understood(read.intent(), read.confidence(), read.runnersUp()));
    }
    boolean isAbout =
        transition.reply().kind() == Reply.Kind.INTERVIEW
            || transition.reply().kind() == Reply.Kind.RECOMMENDATION
            || transition.reply().prompt().isPresent();
    Optional<Session> session = transition.next().interview().filter(any -> isAbout);
    if (session.isPresent()) {
      account = account.withInterview(stand(session.get()));
    }
    return transition.withReply(transition.reply().withAccount(account));
  }

  private Interviewing stand(Session session) {
    return new Interviewing(
        interviewer.position(Optional.of(session)),
        interviewer.openQuestion(session).map(Question::id),
        interviewer.gains(session));
  }

  /** What of the guide was found, best passage first. */
  static Account of(Answer answer) {
    List<Answer.Quoted> passages =
        switch (answer) {
          case Answer.Found found -> found.passages();
          case Answer.Nearest nearest -> nearest.passages();
          case Answer.NotCovered none -> List.of();
        };
    return new Account(
        Optional.empty(),
        passages.stream()
            .map(quoted -> new Found(quoted.passage().id().section(), quoted.confidence()))
            .toList(),
        Optional.empty());
  }
}
