package dev.certadvisor.slack;

import dev.certadvisor.conversation.ChannelRule;
import dev.certadvisor.conversation.ChannelRules;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.delivery.Envelope;

/** Whether what was said is answered where it was said; where it is not, nothing is stored. */
final class Manners {

  private final ChannelRules rules;
  private final People people;

  Manners(ChannelRules rules, People people) {
    this.rules = rules;
    this.people = people;
  }

  /**
   * Whether to answer.
   *
   * @param isShared whether people of other companies read the channel
   */
  boolean answers(Envelope envelope, boolean isShared) {
    if (!(envelope.incoming() instanceof Incoming.Said said)) {
      return true;
    }
    ChannelRule rule =
        said.conversation() instanceof ConversationId.ChannelThread thread
            ? rules.of(thread.workspace(), thread.channel())
            : ChannelRule.USUAL;
    boolean wanted =
        switch (rule.speaking()) {
          case MENTIONS -> true;
          case QUESTIONS -> said.text().contains("?");
          case OFF -> false;
        };
    return wanted && (rule.outsiders() || !(isShared || people.of(said.person()).guest()));
  }
}
