/**
 * Every message taken once and answered once, across retries and crashes.
 *
 * <p>The flow: an edge puts an {@link dev.certadvisor.delivery.Envelope} into the {@link
 * dev.certadvisor.delivery.Inbox} before it acknowledges. The {@link
 * dev.certadvisor.delivery.Dispatcher} lets the advisor answer it; the conversation's new state,
 * the {@link dev.certadvisor.delivery.Parcel}s to be sent and the envelope's completion are stored
 * as one in the {@link dev.certadvisor.delivery.Ledger}. Parcels then leave through the {@link
 * dev.certadvisor.delivery.Carrier}, in order within a channel.
 *
 * <p>May use {@code conversation}. Imports only {@code java.*} and JSpecify.
 */
@NullMarked
package dev.certadvisor.delivery;

import org.jspecify.annotations.NullMarked;
