package dev.certadvisor.conversation;

import dev.certadvisor.conversation.Account.Found;
import dev.certadvisor.conversation.Account.Interviewing;
import dev.certadvisor.conversation.Account.Understood;
import dev.certadvisor.decision.Question;
import dev.certadvisor.intent.Reading;
import dev.certadvisor.interview.Interviewer;
import dev.certadvisor.interview.Session;
import dev.certadvisor.knowledge.Answer;
import dev.certadvisor.knowledge.SectionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
              new Understood(
                  read.intent(),
                  read.confidence(),
                  read.runnersUp().stream()
                      .map(other -> new Account.Guess(other.intent(), other.confidence()))
                      .toList()));
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

  /** What of the guide was found, best first; of a section its best passage. */
  static Account of(Answer answer) {
    List<Answer.Quoted> passages =
        switch (answer) {
          case Answer.Found found -> found.passages();
          case Answer.Nearest nearest -> nearest.passages();
          case Answer.NotCovered none -> List.of();
        };
    Map<SectionId, Double> best = new LinkedHashMap<>();
    passages.forEach(
        quoted -> best.merge(quoted.passage().id().section(), quoted.confidence(), Math::max));
    return new Account(
        Optional.empty(),
        best.entrySet().stream().map(each -> new Found(each.getKey(), each.getValue())).toList(),
        Optional.empty());
  }
}
