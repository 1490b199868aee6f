package dev.certadvisor.search;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32;

/** The form of a model's file: the checksum of all that follows it, and the model. */
final class ModelFile {

  private static final int BUFFER = 1 << 16;

  private ModelFile() {}

  /** Writes a model, and nothing else, to a stream. */
  static <T> void write(T model, Lesson<T> lesson, OutputStream to) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lesson.write(model, new DataOutputStream(bytes));
    CRC32 checksum = new CRC32();
    checksum.update(bytes.toByteArray());
    DataOutputStream out = new DataOutputStream(to);
    out.writeLong(checksum.getValue());
    bytes.writeTo(out);
    out.flush();
  }

  /** The model; empty where there is no file, or it is damaged. */
  static <T> Optional<T> read(Path file, Lesson<T> lesson) {
    try {
      if (!isWhole(file)) {
        return Optional.empty();
      }
      try (DataInputStream in = open(file)) {
        in.readLong();
        return Optional.of(lesson.read(in));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Read by itself before, so that a damaged file never says how much memory to take. */
  private static boolean isWhole(Path file) throws IOException {
    try (DataInputStream in = open(file)) {
      long stated = in.readLong();
      CRC32 checksum = new CRC32();
      byte[] some = new byte[BUFFER];
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        checksum.update(some, 0, read);
      }
      return stated == checksum.getValue();
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER));
  }
}
