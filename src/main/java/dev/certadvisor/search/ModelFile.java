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

/** A file that something is kept in: the checksum of all that follows, its source, and itself. */
final class ModelFile {

  private static final int BUFFER = 1 << 16;

  private ModelFile() {}

  /**
   * How something is written and read.
   *
   * @param <T> what it is
   */
  interface Form<T> {

    /** Writes it. */
    void write(T model, DataOutputStream out) throws IOException;

    /** Reads what {@link #write} has written. */
    T read(DataInputStream in) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param source names what it was made of
   * @param to gets the file's bytes
   */
  static <T> void write(T model, Form<T> form, String source, OutputStream to) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeUTF(source);
    form.write(model, body);
    CRC32 checksum = new CRC32();
    checksum.update(bytes.toByteArray());
    DataOutputStream out = new DataOutputStream(to);
    out.writeLong(checksum.getValue());
    bytes.writeTo(out);
    out.flush();
  }

  /** What is kept; empty where there is no file, or it is damaged. */
  static <T> Optional<T> read(Path file, Form<T> form) {
    try {
      if (!isWhole(file)) {
        return Optional.empty();
      }
      try (DataInputStream in = open(file)) {
        in.readLong();
        in.readUTF();
        return Optional.of(form.read(in));
      }
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** What it was made of; empty where there is no file, and of no use where it is damaged. */
  static Optional<String> source(Path file) {
    try (DataInputStream in = open(file)) {
      in.readLong();
      return Optional.of(in.readUTF());
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
