package dev.certadvisor.search;

/**
 * A word of a text that counts for searching.
 *
 * @param stem what it is matched by
 * @param word as written, in lower case, without accents and possessive
 * @param position its number in the text; words that do not count leave gaps
 * @param start offset of its first character
 * @param end offset after its last character
 */
record Token(String stem, String word, int position, int start, int end) {}
