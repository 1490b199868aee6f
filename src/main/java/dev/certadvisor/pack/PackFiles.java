package dev.certadvisor.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a pack as they were at one moment. A pack is read from these, so that what is
 * checked is what is used and what its {@link #edition} names, whatever happens to the folder
 * meanwhile.
 */
public final class PackFiles {

  static final String MANIFEST = "pack.yaml";
  static final String CATALOGUE = "catalogue.yaml";
  static final String FRAMEWORK = "framework.yaml";
  static final String PHRASES = "phrases.yaml";
  static final String GUIDE = "guide";

  private static final int DIGITS = 12;

  private final Path folder;
  private final boolean isThere;
  private final List<String> names;
  private final Map<String, byte[]> contents = new TreeMap<>();

  private PackFiles(Path folder) {
    this.folder = folder;
    this.isThere = Files.isDirectory(folder);
    this.names = names(folder);
    for (String name : names) {
      try {
        contents.put(name, Files.readAllBytes(folder.resolve(name)));
      } catch (IOException e) {
        // Whoever needs it says so.
      }
    }
  }

  /** Reads a folder's files. */
  public static PackFiles in(Path folder) {
    return new PackFiles(folder);
  }

  /**
   * Looks at a folder without reading its files: cheap enough for every second.
   *
   * @return a line for each file with its size and time; equal to an earlier look's as long as
   *     nothing was changed
   */
  public static List<String> look(Path folder) {
    List<String> lines = new ArrayList<>();
    for (String name : names(folder)) {
      try {
        BasicFileAttributes file =
            Files.readAttributes(folder.resolve(name), BasicFileAttributes.class);
        lines.add(name + " " + file.size() + " " + file.lastModifiedTime());
      } catch (IOException e) {
        lines.add(name + " cannot be read");
      }
    }
    return lines;
  }

  /** Those that there should be, and the guide's that there are. */
  private static List<String> names(Path folder) {
    List<String> names = new ArrayList<>(List.of(MANIFEST, CATALOGUE, FRAMEWORK, PHRASES));
    try (Stream<Path> guide = Files.list(folder.resolve(GUIDE))) {
      guide
          .map(file -> GUIDE + "/" + file.getFileName())
          .filter(name -> name.endsWith(".md"))
          .sorted()
          .forEach(names::add);
    } catch (IOException e) {
      // A pack without a guide; its reader says so.
    }
    return names;
  }

  /** What names these contents: 12 hexadecimal digits of a digest of them. */
  public String edition() {
    MessageDigest digest = sha256();
    contents.forEach((name, bytes) -> {
      digest.update((name + " " + bytes.length + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    });
    return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The folder. */
  Path folder() {
    return folder;
  }

  /** Whether there was a folder. */
  boolean isThere() {
    return isThere;
  }

  /** The names of the guide's files, sorted, also of those that could not be read. */
  List<String> guide() {
    return names.stream().filter(name -> name.startsWith(GUIDE + "/")).toList();
  }

  /** A file's bytes; empty where it was missing or could not be read. */
  Optional<byte[]> bytes(String name) {
    return Optional.ofNullable(contents.get(name));
  }
}
