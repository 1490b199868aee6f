/** Slack's edge: Bolt handlers in, Block Kit out. */
@NullMarked
package dev.certadvisor.slack;

import org.jspecify.annotations.NullMarked;
