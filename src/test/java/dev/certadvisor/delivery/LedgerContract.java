package dev.certadvisor.delivery;

/** What every ledger has to keep. Each test uses a person of its own, so a ledger may be shared. */
public interface LedgerContract extends EnvelopeContract, ParcelContract, ConversationContract {}
