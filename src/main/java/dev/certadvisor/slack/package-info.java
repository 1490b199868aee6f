/**
 * Slack's edge: signed requests in through Bolt, Block Kit out through the Web API.
 *
 * <p>Front door: {@link dev.certadvisor.slack.SlackEdge}, which builds the servlet that takes
 * requests, and the packer and the carrier that the dispatcher needs. Nothing else here is public.
 *
 * <p>May use {@code conversation}, {@code delivery} and {@code knowledge}. All of {@code com.slack}
 * and the JSON that Slack speaks stay in here.
 */
@NullMarked
package dev.certadvisor.slack;

import org.jspecify.annotations.NullMarked;
