package dev.certadvisor.delivery;

import dev.certadvisor.conversation.Conversation;
import java.util.Optional;

/** What is there to try a ledger on. */
interface LedgerUnderTest {

  /** A conversation in which there is something to keep. */
  Conversation GREETED = new Conversation(Optional.empty(), Optional.empty(), true, false);

  /** The ledger, which may hold what other tests have left. */
  Ledger ledger();

  /** Whose messages it keeps in this test; it reads the time from there. */
  Correspondent ann();
}
