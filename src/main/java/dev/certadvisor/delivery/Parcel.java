package dev.certadvisor.delivery;

/**
 * A message on its way out.
 *
 * @param id unique; the envelope's id, {@code #} and what tells its parcels apart, so that an
 *     envelope answered again gives the same
 * @param to where it goes
 * @param payload the message as the platform takes it; opaque here, and never logged
 */
public record Parcel(String id, Address to, String payload) {

  /** The id of the envelope that it answers: its own up to the mark that packers put there. */
  public String answers() {
    int mark = id.indexOf('#');
    return mark < 0 ? id : id.substring(0, mark);
  }

  /** The parcels of one lane leave in order, one at a time: those of one channel. */
  public Lane lane() {
    return new Lane(Lane.Work.SEND, to.channelKey());
  }
}
