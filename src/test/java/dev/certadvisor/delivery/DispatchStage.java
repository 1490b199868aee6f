package dev.certadvisor.delivery;

import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Transition;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What stands around a dispatcher: an advisor that echoes, and fails at {@code poison} and {@code
 * bottomless}; words, though none of apology for the envelope {@code mute}; and a carrier that does
 * as it is told. Time stands still but where a lane waits.
 */
final class DispatchStage {

  final SteppingLanes lanes = new SteppingLanes();
  final ScriptedCarrier carrier = new ScriptedCarrier(lanes::now);
  final RecordingLog log = new RecordingLog();

  /** A dispatcher in the middle of it, at work. */
  Dispatcher started(Ledger kept) {
    Dispatcher dispatcher =
        new Dispatcher(
            kept,
            DispatchStage::echo,
            new PlainPacker(),
            carrier,
            lanes,
            log,
            lanes::now,
            log::incident);
    dispatcher.start();
    return dispatcher;
  }

  /** A ledger in which nothing is kept yet. */
  InMemoryLedger ledger() {
    return new InMemoryLedger(lanes::now);
  }

  Envelope said(String id, String user, String text) {
    PersonId person = new PersonId("T1", user);
    return new Envelope(
        id,
        new Incoming.Said(new ConversationId.Private(person), person, text),
        at(user),
        lanes.now());
  }

  private static Transition echo(Conversation before, Incoming incoming) {
    String text = ((Incoming.Said) incoming).text();
    if (text.equals("poison")) {
      throw new IllegalStateException();
    } else if (text.equals("bottomless")) {
      throw new StackOverflowError();
    }
    Reply reply =
        new Reply(
            Reply.Kind.SMALLTALK,
            Reply.Audience.CONVERSATION,
            List.of(new Part.Prose(text)),
            1,
            List.of(),
            Optional.empty());
    return new Transition(before, reply);
  }

  static Address at(String user) {
    return new Address.InChannel("T1", "D" + user, Optional.empty());
  }

  private static final class PlainPacker implements Packer {
    @Override
    public List<Parcel> pack(Envelope envelope, Transition transition) {
      String text = ((Part.Prose) transition.reply().parts().getFirst()).text();
      return List.of(new Parcel(envelope.id() + "#0", envelope.replyTo(), text));
    }

    @Override
    public List<Parcel> apology(Envelope envelope, String incident) {
      if (envelope.id().equals("mute")) {
        throw new IllegalStateException("no words");
      }
      return List.of(new Parcel(envelope.id() + "#0", envelope.replyTo(), "sorry " + incident));
    }

    @Override
    public List<Parcel> refusal(
        Envelope envelope, String id, LimitedInbox.Over over, Duration left) {
      return List.of(new Parcel(id + "#0", envelope.replyTo(), over + " for " + left));
    }
  }
}
