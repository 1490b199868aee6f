package dev.certadvisor.delivery;

import java.util.List;

/** Where an edge puts what came in, before it acknowledges. */
public interface Inbox {

  /**
   * Takes an envelope. Once this returns it is kept safe and will be answered.
   *
   * @return false if its id was taken before; nothing happens then
   * @throws Unavailable if it cannot be kept safe now; the sender should try again later
   */
  boolean take(Envelope envelope);

  /**
   * Takes messages that need no thought: a courtesy where nothing can be answered. Once this
   * returns they are kept safe and will be sent.
   *
   * @param id what they answer, as an envelope's
   * @param parcels in the order to be sent
   * @return false if the id was taken before; nothing happens then
   * @throws Unavailable if they cannot be kept safe now
   */
  boolean take(String id, List<Parcel> parcels);

  /** Thrown where nothing can be taken for the time being. */
  final class Unavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** For the reason given, which holds no message text. */
    public Unavailable(String message) {
      super(message);
    }

    /** For the reason given, which holds no message text, because of a failure. */
    public Unavailable(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
