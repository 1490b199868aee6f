package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  @TempDir private Path folder;

  private final SecureRandom random = new SecureRandom();

  @Test
  void theKeyIsMadeOnceForItsOwnerOnly() throws IOException {
    byte[] first = KeyFile.in(folder.resolve("data"), random).getEncoded();

    assertThat(first).hasSize(32);
    assertThat(KeyFile.in(folder.resolve("data"), random).getEncoded()).isEqualTo(first);
    assertThat(KeyFile.in(folder.resolve("other"), random).getEncoded()).isNotEqualTo(first);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("data/encryption.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aFileWithoutAKeyIsRefusedWithoutShowingIt() throws IOException {
    Files.writeString(folder.resolve("encryption.key"), "not a key");

    assertThatThrownBy(() -> KeyFile.in(folder, random))
        .isInstanceOf(UnusableException.class)
        .hasMessageContaining("encryption.key does not hold 32 bytes")
        .hasMessageNotContaining("not a key");
  }
}
