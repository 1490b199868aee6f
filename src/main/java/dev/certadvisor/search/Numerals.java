package dev.certadvisor.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Arrays of numbers as bytes. They are read many at a time: one by one takes a second at a cold
 * start, and all at once takes twice the memory.
 */
final class Numerals {

  private static final int SOME = 1 << 16;

  private Numerals() {}

  static void write(DataOutputStream out, long[] numbers) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Long.BYTES);
    bytes.asLongBuffer().put(numbers);
    out.writeInt(numbers.length);
    out.write(bytes.array());
  }

  static void write(DataOutputStream out, float[] numbers) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
    bytes.asFloatBuffer().put(numbers);
    out.writeInt(numbers.length);
    out.write(bytes.array());
  }

  static void write(ByteBuffer out, int[] numbers) {
    out.putInt(numbers.length);
    out.asIntBuffer().put(numbers);
    out.position(out.position() + numbers.length * Integer.BYTES);
  }

  static int[] ints(ByteBuffer in) {
    int[] numbers = new int[in.getInt()];
    in.asIntBuffer().get(numbers);
    in.position(in.position() + numbers.length * Integer.BYTES);
    return numbers;
  }

  static long[] longs(DataInputStream in) throws IOException {
    long[] numbers = new long[in.readInt()];
    byte[] some = new byte[SOME];
    for (int at = 0; at < numbers.length; ) {
      int count = Math.min(numbers.length - at, SOME / Long.BYTES);
      in.readFully(some, 0, count * Long.BYTES);
      ByteBuffer.wrap(some).asLongBuffer().get(numbers, at, count);
      at += count;
    }
    return numbers;
  }

  static float[] floats(DataInputStream in) throws IOException {
    float[] numbers = new float[in.readInt()];
    byte[] some = new byte[SOME];
    for (int at = 0; at < numbers.length; ) {
      int count = Math.min(numbers.length - at, SOME / Float.BYTES);
      in.readFully(some, 0, count * Float.BYTES);
      ByteBuffer.wrap(some).asFloatBuffer().get(numbers, at, count);
      at += count;
    }
    return numbers;
  }
}
