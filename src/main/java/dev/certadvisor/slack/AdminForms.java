package dev.certadvisor.slack;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.delivery.Envelope;
import java.util.Map;
import java.util.Optional;

/** What only admins of a workspace may do, and what is looked at before it is taken. */
final class AdminForms {

  private final People people;
  private final Foothold foothold;

  AdminForms(People people, Foothold foothold) {
    this.people = people;
    this.foothold = foothold;
  }

  /** Whether a person may do what they are about to. */
  boolean allows(Envelope envelope) {
    return !isForAdmins(envelope) || people.of(envelope.incoming().person()).admin();
  }

  /**
   * What stands against a form that was filled in.
   *
   * @return words for people by the field that they are about; empty where nothing does
   */
  Map<String, String> objections(Envelope envelope) {
    return submitted(envelope)
        .filter(submit -> submit.sheet() == Act.Sheet.PEOPLE)
        .flatMap(submit -> Optional.ofNullable(submit.values().get(Act.Submit.CHANNEL)))
        .flatMap(channel -> foothold.objection(envelope.incoming().person(), channel))
        .map(words -> Map.of(Act.Submit.CHANNEL, words))
        .orElse(Map.of());
  }

  private static boolean isForAdmins(Envelope envelope) {
    boolean begins =
        envelope.incoming() instanceof Incoming.Chose chose
            && (chose.act() instanceof Act.SetChannel || chose.act() instanceof Act.SetPeople);
    return begins
        || submitted(envelope)
            .filter(submit ->
                submit.sheet() == Act.Sheet.CHANNEL_RULE || submit.sheet() == Act.Sheet.PEOPLE)
            .isPresent();
  }

  private static Optional<Act.Submit> submitted(Envelope envelope) {
    return envelope.incoming() instanceof Incoming.Chose chose
            && chose.act() instanceof Act.Submit submit
        ? Optional.of(submit)
        : Optional.empty();
  }
}
