package dev.certadvisor.slack;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.delivery.Envelope;
import java.util.Map;
import java.util.Optional;

/** What only admins of a workspace may do, and what is looked at before it is taken. */
final class AdminForms {

  private final People people;
  private final Foothold foothold;
  private final Wording wording;

  AdminForms(People people, Foothold foothold, Wording wording) {
    this.people = people;
    this.foothold = foothold;
    this.wording = wording;
  }

  /** Whether a person may do what they are about to. */
  boolean allows(Envelope envelope) {
    return !isForAdmins(envelope) || people.of(envelope.incoming().person()).admin();
  }

  /**
   * What stands against a form that was filled in. Slack offers channels alone, but what comes from
   * outside is not taken on trust: what is for everyone in a channel goes nowhere else.
   *
   * @return words for people by the field that they are about; empty where nothing does
   */
  Map<String, String> objections(Envelope envelope) {
    return submitted(envelope)
        .flatMap(submit ->
            Optional.ofNullable(submit.values().get(Act.Submit.CHANNEL))
                .flatMap(
                    channel -> objection(envelope.incoming().person(), submit.sheet(), channel)))
        .map(words -> Map.of(Act.Submit.CHANNEL, words))
        .orElse(Map.of());
  }

  private Optional<String> objection(PersonId person, Act.Sheet sheet, String chosen) {
    if (!isChannel(chosen)) {
      return Optional.of(wording.say("slack.form.no-channel"));
    }
    return sheet == Act.Sheet.PEOPLE ? foothold.objection(person, chosen) : Optional.empty();
  }

  /** Public channels have ids with C, private ones with C or, from before 2020, G. */
  private static boolean isChannel(String conversation) {
    return conversation.startsWith("C") || conversation.startsWith("G");
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
