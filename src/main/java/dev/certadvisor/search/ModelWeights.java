package dev.certadvisor.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How much each feature speaks for one label rather than another, rounded to a byte. That takes a
 * quarter of what floating point takes, and a model's memory is mostly its weights (ADR 59). What a
 * feature gives to all labels alike decides nothing and is left out, so that the byte is for what
 * differs.
 *
 * @param parts by feature and label, -127 to 127
 * @param units by feature: what one part is
 */
record ModelWeights(byte[] parts, float[] units) {

  /**
   * Rounds.
   *
   * @param exact by feature and label
   * @param labels how many, at least 1
   */
  static ModelWeights of(float[] exact, int labels) {
    byte[] parts = new byte[exact.length];
    float[] units = new float[exact.length / labels];
    for (int feature = 0; feature < units.length; feature++) {
      int from = feature * labels;
      float least = exact[from];
      float most = exact[from];
      for (int i = from; i < from + labels; i++) {
        least = Math.min(least, exact[i]);
        most = Math.max(most, exact[i]);
      }
      float middle = (least + most) / 2;
      units[feature] = (most - middle) / Byte.MAX_VALUE;
      for (int i = from; units[feature] > 0 && i < from + labels; i++) {
        parts[i] = (byte) Math.round((exact[i] - middle) / units[feature]);
      }
    }
    return new ModelWeights(parts, units);
  }

  /**
   * Adds a feature's weights, times a value, to the scores of all labels.
   *
   * @param feature from 0
   */
  void add(int feature, float value, float[] scores) {
    float unit = value * units[feature];
    int from = feature * scores.length;
    for (int label = 0; label < scores.length; label++) {
      scores[label] += unit * parts[from + label];
    }
  }

  /** Writes them for {@link #read}. */
  void write(DataOutputStream out) throws IOException {
    out.writeInt(parts.length);
    out.write(parts);
    Numerals.write(out, units);
  }

  /** Reads what {@link #write} has written. */
  static ModelWeights read(DataInputStream in) throws IOException {
    byte[] parts = new byte[in.readInt()];
    in.readFully(parts);
    return new ModelWeights(parts, Numerals.floats(in));
  }
}
