package dev.certadvisor.search;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Words that stand together: a title, a sentence, an example question.
 *
 * @param stems the hash of each word's stem
 * @param positions the number of each word in its text, rising
 * @param letters the words as written, in UTF-8, one after the other
 * @param ends where each word ends in the letters
 */
record Run(int[] stems, int[] positions, byte[] letters, int[] ends) {

  static Run of(List<Token> tokens) {
    byte[][] words =
        tokens.stream()
            .map(token -> token.word().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    int[] ends = new int[words.length];
    int end = 0;
    for (int i = 0; i < words.length; i++) {
      end += words[i].length;
      ends[i] = end;
    }
    ByteBuffer letters = ByteBuffer.allocate(end);
    for (byte[] word : words) {
      letters.put(word);
    }
    return new Run(
        tokens.stream().mapToInt(token -> Hash.of(token.stem())).toArray(),
        tokens.stream().mapToInt(Token::position).toArray(),
        letters.array(),
        ends);
  }

  /** How many words there are. */
  int length() {
    return stems.length;
  }

  /** Where a word begins in the letters. */
  int start(int word) {
    return word == 0 ? 0 : ends[word - 1];
  }

  /** How many bytes {@link #write} takes. */
  int size() {
    return Integer.BYTES * (2 + 3 * stems.length) + letters.length;
  }

  void write(ByteBuffer out) {
    out.putInt(stems.length);
    for (int i = 0; i < stems.length; i++) {
      out.putInt(stems[i]).putInt(positions[i]).putInt(ends[i]);
    }
    out.putInt(letters.length).put(letters);
  }

  static Run read(ByteBuffer in) {
    int length = in.getInt();
    int[] stems = new int[length];
    int[] positions = new int[length];
    int[] ends = new int[length];
    for (int i = 0; i < length; i++) {
      stems[i] = in.getInt();
      positions[i] = in.getInt();
      ends[i] = in.getInt();
    }
    byte[] letters = new byte[in.getInt()];
    in.get(letters);
    return new Run(stems, positions, letters, ends);
  }
}
