package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.certadvisor.store.Database;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTroubleTest {

  @Test
  void whatTheSystemOnlyNamesByAClassIsSaidInWords() {
    assertThat(FileTrouble.of(new AccessDeniedException("/srv/data")))
        .isEqualTo("this user has no right to");
    assertThat(FileTrouble.of(new NoSuchFileException("/srv/data")))
        .isEqualTo("there is no such file or folder");
    assertThat(FileTrouble.of(new FileSystemException("/srv/data", null, "Read-only file system")))
        .isEqualTo("Read-only file system");
  }

  @Test
  void aDatabaseWhoseFolderCannotBeMadeSaysWhy(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    Database.UnusableDatabase failure =
        catchThrowableOfType(
            Database.UnusableDatabase.class, () -> Database.embedded(file.resolve("data")));

    assertThat(FileTrouble.of(failure)).isEqualTo("Not a directory");
  }
}
