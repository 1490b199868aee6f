package dev.certadvisor.conversation;

/** What a message brings about besides the reply to whoever wrote it. */
public sealed interface Effect {

  /** All that is kept of the person goes, wherever it is kept. */
  record Forget() implements Effect {}

  /** The person is shown all that is kept of them, in place of the reply. */
  record Export() implements Effect {}
}
