package dev.certadvisor.playground;

/**
 * A made-up member of the workspace.
 *
 * @param id as Slack writes it: {@code U…}
 * @param handle lower case, without blanks
 * @param name for people
 * @param title what they do, in a few words
 * @param directMessage the conversation they have with the app: {@code D…}
 */
public record Person(String id, String handle, String name, String title, String directMessage) {}
