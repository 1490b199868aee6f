package dev.certadvisor;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** How a file is made that only its owner may read. */
final class OwnersOnly {

  private OwnersOnly() {}

  /**
   * For a new file in a folder; nothing where the file system has no such rights, so that the
   * folder's own rule holds.
   */
  static FileAttribute<?>[] in(Path folder) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
