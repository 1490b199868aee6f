package dev.certadvisor.delivery;

import dev.certadvisor.conversation.Incoming;
import java.time.Instant;

/**
 * Something that a person did, under the id by which it is taken only once, and where its reply
 * goes.
 *
 * @param id unique over everything that any workspace sends; the same again when it is delivered
 *     again; never blank
 * @param incoming what the person did
 * @param replyTo where the reply goes
 * @param takenAt when it was received
 * @param circumstances how it was done
 */
public record Envelope(
    String id, Incoming incoming, Address replyTo, Instant takenAt, Circumstances circumstances) {

  /**
   * @throws IllegalArgumentException if the id is blank
   */
  public Envelope {
    if (id.isBlank()) {
      throw new IllegalArgumentException("an envelope's id must not be blank");
    }
  }

  /** One whose circumstances are plain. */
  public Envelope(String id, Incoming incoming, Address replyTo, Instant takenAt) {
    this(id, incoming, replyTo, takenAt, Circumstances.PLAIN);
  }

  /** The envelopes of one lane are answered in order, one at a time: those of one conversation. */
  public Lane lane() {
    return new Lane(Lane.Work.ANSWER, incoming.conversation().key());
  }
}
