package dev.certadvisor.search;

/** Finds the number of a hash among few, without boxing: asked thousands of times a question. */
final class HashIndex {

  private final int[] hashes;
  private final int[] numbers;
  private final int mask;

  /**
   * @param most how many hashes will be put at most
   */
  HashIndex(int most) {
    int size = Integer.highestOneBit(Math.max(1, most)) * 4;
    this.hashes = new int[size];
    this.numbers = new int[size];
    this.mask = size - 1;
  }

  /** Gives a hash a number, unless it has one. */
  void put(int hash, int number) {
    int slot = slot(hash);
    if (numbers[slot] == 0) {
      hashes[slot] = hash;
      numbers[slot] = number + 1;
    }
  }

  /** The hash's number, or -1. */
  int get(int hash) {
    return numbers[slot(hash)] - 1;
  }

  private int slot(int hash) {
    int slot = (hash ^ (hash >>> 15)) & mask;
    while (numbers[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}
