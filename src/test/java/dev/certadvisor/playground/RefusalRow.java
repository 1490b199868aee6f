package dev.certadvisor.playground;

import java.util.function.IntFunction;
import org.junit.jupiter.params.provider.Arguments;

/**
 * A row in a table of what Slack refuses: its name, what is right, what is wrong, and the place
 * that is told.
 */
final class RefusalRow {

  private RefusalRow() {}

  /** A limit: how a block looks with so much in it, and where the excess is told. */
  static Arguments limit(String what, int most, String place, IntFunction<String> block) {
    return Arguments.of(what, block.apply(most), block.apply(most + 1), place);
  }

  /** One thing that is right and one that is wrong. */
  static Arguments rule(String what, String right, String wrong, String place) {
    return Arguments.of(what, right, wrong, place);
  }
}
