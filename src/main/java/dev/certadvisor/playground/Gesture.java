package dev.certadvisor.playground;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Something that a person did and that leaves no message of theirs: a slash command, or a press of
 * something in a message.
 *
 * @param ts when, in the order of the messages' timestamps
 * @param person who
 * @param channel the conversation's id
 * @param on what was pressed in; empty for a command
 * @param words the command line, or the label of what was pressed, its action id where it has none
 * @param choice what was chosen; missing where there was nothing to choose
 */
record Gesture(
    String ts,
    Person person,
    String channel,
    Optional<Message> on,
    String words,
    JsonNode choice) {}
