package dev.certadvisor.search;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Keeps trained models in files, since training takes longer than all else that a start does. A
 * model is found again only by the very examples that it was trained on, so a changed pack is
 * learnt anew; a file that is damaged or cannot be written is as good as none.
 */
public final class ModelShelf {

  /** Keeps nothing: every model is trained. */
  public static final ModelShelf NONE = new ModelShelf(null, "");

  private static final int BUFFER = 1 << 16;

  private final @Nullable Path folder;
  private final String edition;

  private ModelShelf(@Nullable Path folder, String edition) {
    this.folder = folder;
    this.edition = edition;
  }

  /**
   * A shelf.
   *
   * @param folder made where it is missing; models are not kept where it cannot be written
   * @param edition tells programs apart that would train differently
   */
  public static ModelShelf in(Path folder, String edition) {
    return new ModelShelf(folder, edition);
  }

  /**
   * The model of these examples: the one kept or, where none is, a new one, kept from now on in
   * place of the last of its kind.
   *
   * @param kind a file name's beginning
   * @param examples all that the training learns from
   */
  <T> T get(String kind, List<Example> examples, Form<T> form, Supplier<T> training) {
    if (folder == null) {
      return training.get();
    }
    Path file = folder.resolve(kind + "-" + key(kind, examples) + ".model");
    return read(file, form)
        .orElseGet(() -> {
          T trained = training.get();
          keep(trained, kind, file, form);
          return trained;
        });
  }

  private String key(String kind, List<Example> examples) {
    MessageDigest digest = sha256();
    update(digest, edition);
    update(digest, kind);
    for (Example example : examples) {
      update(digest, example.label());
      update(digest, example.text());
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 16);
  }

  private static void update(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** A file is the checksum of all that follows it, and the model. */
  private static <T> Optional<T> read(Path file, Form<T> form) {
    try {
      if (!isWhole(file)) {
        return Optional.empty();
      }
      try (DataInputStream in = open(file)) {
        in.readLong();
        return Optional.of(form.read(in));
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

  private static <T> void keep(T model, String kind, Path file, Form<T> form) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      form.write(model, out);
    } catch (IOException e) {
      throw new UncheckedIOException("memory can be written", e);
    }
    byte[] written = bytes.toByteArray();
    try {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      // not createTempFile: whoever may read the program may read its models
      Path temporary = folder.resolve(kind + "-" + ProcessHandle.current().pid() + ".new");
      try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(temporary))) {
        out.writeLong(checksum(written));
        out.write(written);
      }
      removeKind(folder, kind);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      // A folder that cannot be written, or has no room: the next start trains again.
    }
  }

  private static void removeKind(Path folder, String kind) throws IOException {
    try (DirectoryStream<Path> old = Files.newDirectoryStream(folder, kind + "-*.model")) {
      for (Path file : old) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static long checksum(byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(bytes);
    return checksum.getValue();
  }

  /** How a model is written and read. */
  interface Form<T> {

    /** Writes it. */
    void write(T model, DataOutputStream out) throws IOException;

    /** Reads what {@link #write} has written. */
    T read(DataInputStream in) throws IOException;
  }
}
