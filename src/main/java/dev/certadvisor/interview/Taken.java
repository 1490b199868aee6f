package dev.certadvisor.interview;

/**
 * A transition that an interview has taken: for whoever watches where people stop, turn back or
 * give up.
 *
 * @param from where it stood
 * @param move what the person did
 * @param to where it stands now
 */
public record Taken(Position from, Move.Kind move, Position to) {}
