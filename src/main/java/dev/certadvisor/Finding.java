package dev.certadvisor;

/**
 * What the doctor found of one part, in one line.
 *
 * @param part what was looked at, one word
 * @param fine whether nothing has to be done
 * @param words how it is or, where something is wrong, what it is and what to do; no secrets
 */
record Finding(String part, boolean fine, String words) {

  static Finding fine(String part, String words) {
    return new Finding(part, true, words);
  }

  static Finding wrong(String part, String words) {
    return new Finding(part, false, words);
  }

  @Override
  public String toString() {
    return "%-9s %s: %s".formatted(part, fine ? "fine" : "WRONG", words);
  }
}
