package dev.certadvisor.playground;

/**
 * A public channel.
 *
 * @param id as Slack writes it: {@code C…}
 * @param name without the {@code #}
 * @param topic one line
 */
public record Channel(String id, String name, String topic) {}
