package dev.certadvisor.conversation;

/**
 * A person in a workspace.
 *
 * @param workspace the workspace's id, for example a Slack team id
 * @param user the person's id in it
 */
public record PersonId(String workspace, String user) {}
