package dev.certadvisor.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Arrays of numbers as bytes, in one go each: a number at a time takes a second at a cold start.
 */
final class Numerals {

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
    bytes(in, numbers.length * Long.BYTES).asLongBuffer().get(numbers);
    return numbers;
  }

  static float[] floats(DataInputStream in) throws IOException {
    float[] numbers = new float[in.readInt()];
    bytes(in, numbers.length * Float.BYTES).asFloatBuffer().get(numbers);
    return numbers;
  }

  private static ByteBuffer bytes(DataInputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("a model ends too early");
    }
    return ByteBuffer.wrap(bytes);
  }
}
