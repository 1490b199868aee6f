package dev.certadvisor.catalogue;

import java.util.Optional;

/**
 * What another page says in place of a value.
 *
 * @param value its value
 * @param note why it is not the one that is given first
 * @param evidence what it rests on
 */
public record Alternative(Value value, Optional<String> note, Evidence evidence) {}
