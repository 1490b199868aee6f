/**
 * The local workspace: Slack's protocol on loopback, in a browser. Knows nothing of the advisor but
 * Slack's protocol.
 */
@NullMarked
package dev.certadvisor.playground;

import org.jspecify.annotations.NullMarked;
