package dev.certadvisor.delivery;

/**
 * Work that is done in order, by one worker at a time over all instances.
 *
 * @param work what sort
 * @param name the conversation that is answered in, or the channel that is sent to
 */
public record Lane(Work work, String name) {

  /** The sorts of work. */
  public enum Work {
    /** Envelopes of a conversation are answered. */
    ANSWER,
    /** Parcels for a channel are sent. */
    SEND
  }
}
