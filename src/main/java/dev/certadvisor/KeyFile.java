package dev.certadvisor;

import dev.certadvisor.store.OwnersOnly;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key for tokens where the environment has none: made once, beside the embedded database, for
 * its owner's eyes only. It keeps a copy of the database file from giving the tokens away; whoever
 * wants the key kept elsewhere sets {@code ADVISOR_ENCRYPTION_KEY}.
 */
final class KeyFile {

  private static final String NAME = "encryption.key";
  private static final int BYTES = 32;

  private KeyFile() {}

  /**
   * The key kept in a folder; made at the first call.
   *
   * @throws UnusableException if the file can be neither read nor made, or holds no key
   */
  static SecretKey in(Path folder, SecureRandom random) {
    Path file = folder.resolve(NAME);
    try {
      if (!Files.exists(file)) {
        make(folder, file, random);
      }
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length == BYTES) {
        return new SecretKeySpec(key, "AES");
      }
    } catch (IllegalArgumentException e) {
      // said below, without the content, which is a secret
    } catch (IOException e) {
      throw new UnusableException("ADVISOR_DATA: " + file + " can be neither read nor made");
    }
    throw new UnusableException("ADVISOR_DATA: " + file + " does not hold 32 bytes in base64");
  }

  private static void make(Path folder, Path file, SecureRandom random) throws IOException {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    Files.createDirectories(folder);
    try {
      Files.createFile(file, OwnersOnly.in(folder));
      Files.writeString(
          file, Base64.getEncoder().encodeToString(key) + "\n", StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      // another process was quicker; its key is read
    }
  }
}
