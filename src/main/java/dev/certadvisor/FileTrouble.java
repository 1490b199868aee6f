package dev.certadvisor;

import dev.certadvisor.store.Database;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be used, in words. */
final class FileTrouble {

  private FileTrouble() {}

  /** The reason, without the file's name. */
  static String of(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (failure instanceof AccessDeniedException) {
      return "this user has no right to";
    }
    String said =
        failure instanceof FileSystemException file ? file.getReason() : failure.getMessage();
    return said == null ? failure.getClass().getSimpleName() : said;
  }

  /** The same for a database that cannot be opened, whether its files or something else is why. */
  static String of(Database.UnusableDatabase failure) {
    return failure.getCause() instanceof IOException files
        ? of(files)
        : String.valueOf(failure.getMessage());
  }
}
