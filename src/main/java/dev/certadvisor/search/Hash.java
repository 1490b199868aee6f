package dev.certadvisor.search;

import java.nio.charset.StandardCharsets;

/**
 * FNV-1a over UTF-8, in 32 bits. Words are compared by it: a passage's word meets one of a question
 * with the same value by chance about once in a hundred million times.
 */
final class Hash {

  private static final int OFFSET = 0x811c9dc5;
  private static final int PRIME = 0x01000193;

  private Hash() {}

  static int of(String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    return of(bytes, 0, bytes.length);
  }

  static int of(byte[] bytes, int from, int to) {
    int hash = OFFSET;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * PRIME;
    }
    return hash;
  }
}
