package dev.certadvisor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Files and folders that only their owner may read: what people asked is nobody else's business.
 * Where the file system has no such rights, the folder's own rule holds.
 */
public final class OwnersOnly {

  private static final String FILE = "rw-------";
  private static final String FOLDER = "rwx------";

  private OwnersOnly() {}

  /** How a new file in a folder is made. */
  public static FileAttribute<?>[] in(Path folder) {
    return attributes(folder, FILE);
  }

  /** Makes a folder; one that is there keeps its rights. */
  static void makeFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      Files.createDirectories(folder, attributes(folder, FOLDER));
    }
  }

  /** Takes the others' rights to a file that is there. */
  static void keep(Path file) throws IOException {
    if (hasRights(file) && Files.exists(file)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
    }
  }

  private static FileAttribute<?>[] attributes(Path path, String rights) {
    return hasRights(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean hasRights(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
