package dev.certadvisor.catalogue;

import java.util.Optional;

/**
 * A page on which something was seen.
 *
 * @param key its short name in the pack
 * @param name its name for people
 * @param address where it is; empty where only its name is known
 * @param vendors whether it is the vendor's own page, read as a copy or an extract
 * @param author who wrote it: pages of one author count once when they agree
 */
public record Source(
    String key, String name, Optional<String> address, boolean vendors, String author) {}
