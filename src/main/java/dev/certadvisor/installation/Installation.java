package dev.certadvisor.installation;

import java.time.Instant;

/**
 * The app in one workspace, or in all workspaces of an organisation.
 *
 * @param workspace the workspace's id ({@code T…}), or the organisation's ({@code E…})
 * @param name for people
 * @param token what the app speaks by
 * @param botUser the app's own user there
 * @param installedAt when it was installed last
 */
public record Installation(
    String workspace, String name, BotToken token, String botUser, Instant installedAt) {}
