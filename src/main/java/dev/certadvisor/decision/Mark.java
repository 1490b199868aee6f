package dev.certadvisor.decision;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Short check sums over meanings and receipts. */
final class Mark {

  private static final int BITS = 16;

  private Mark() {}

  static String of(QuestionId question, ChoiceOption option) {
    Evidence evidence = option.evidence();
    return of(question + "/" + option.means() + "/" + evidence.line() + "/" + evidence.platform());
  }

  /** Four hexadecimal digits. */
  static String of(String text) {
    CRC32 sum = new CRC32();
    sum.update(text.getBytes(StandardCharsets.UTF_8));
    return String.format("%04x", sum.getValue() & ((1 << BITS) - 1));
  }
}
