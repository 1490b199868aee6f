package dev.certadvisor.delivery;

/**
 * A message on its way out.
 *
 * @param id unique; made of the envelope's id, so that an envelope answered again gives the same
 * @param to where it goes
 * @param payload the message as the platform takes it; opaque here, and never logged
 */
public record Parcel(String id, Address to, String payload) {

  /** The parcels of one lane leave in order, one at a time: those of one channel. */
  public Lane lane() {
    return new Lane(Lane.Work.SEND, to.channelKey());
  }
}
