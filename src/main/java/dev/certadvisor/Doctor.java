package dev.certadvisor;

import dev.certadvisor.Settings.SlackAccess;
import dev.certadvisor.pack.PackReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Examines where the app is to run, part by part. It changes nothing. */
final class Doctor {

  /**
   * Below this a busy hour can fill the disk: at 100 events a second the embedded database takes
   * about half a gigabyte until it is closed ({@code trials.md}).
   */
  static final long LEAST_SPACE = 1L << 30;

  private static final long MEBIBYTE = 1L << 20;

  private final Map<String, String> environment;
  private final InstantSource clock;
  private final ToLongFunction<Path> space;

  /**
   * A doctor.
   *
   * @param environment the variables that {@code start} would get
   * @param clock the time on this machine
   * @param space bytes that are left where a folder is
   */
  Doctor(Map<String, String> environment, InstantSource clock, ToLongFunction<Path> space) {
    this.environment = environment;
    this.clock = clock;
    this.space = space;
  }

  /** One finding for each part, or only the mistakes in the settings where there are any. */
  List<Finding> examine() {
    Settings settings;
    try {
      settings = Settings.from(environment);
    } catch (UnusableException e) {
      return e.lines().stream().map(line -> Finding.wrong("settings", line)).toList();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.fine("settings", transport(settings)));
    findings.addAll(new SlackExamination(settings, clock).findings());
    findings.add(new DatabaseExamination(settings).finding());
    if (settings.database().isEmpty()) {
      findings.add(disk(settings.dataFolder()));
    }
    findings.add(pack(PackFolder.of(settings.pack())));
    return findings;
  }

  private static String transport(Settings settings) {
    return switch (settings.slack()) {
      case SlackAccess.LocalWorkspace local ->
          "no Slack credentials, so start serves the local workspace; see connecting.md for Slack";
      case SlackAccess.OneWorkspace one -> "one workspace, events over HTTP";
      case SlackAccess.SocketMode socket -> "one workspace, Socket Mode";
      case SlackAccess.ManyWorkspaces many -> "many workspaces, installed through OAuth";
    };
  }

  private Finding disk(Path folder) {
    Path there = existing(folder.toAbsolutePath().normalize());
    if (!Files.isDirectory(there)) {
      return Finding.wrong(
          "disk", "ADVISOR_DATA: " + there + " is a file; name a folder, or move the file away");
    }
    if (!Files.isWritable(there)) {
      return Finding.wrong(
          "disk",
          "ADVISOR_DATA: "
              + there
              + " cannot be written; give this user the right, or name another folder");
    }
    long left = space.applyAsLong(there);
    return left < LEAST_SPACE
        ? Finding.wrong(
            "disk",
            "ADVISOR_DATA: only %d MiB are left in %s; make room until %d are"
                .formatted(left / MEBIBYTE, there, LEAST_SPACE / MEBIBYTE))
        : Finding.fine("disk", "%d MiB are left in %s".formatted(left / MEBIBYTE, there));
  }

  /** The folder or, as long as it is not made, the nearest above it. */
  private static Path existing(Path folder) {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  /** Bytes left for this user where a folder is. */
  static long spaceLeft(Path folder) {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Finding pack(Path folder) {
    if (!Files.isDirectory(folder)) {
      return Finding.wrong(
          "pack",
          "ADVISOR_PACK: there is no folder \""
              + folder
              + "\"; name the pack's folder, or leave it out for the one shipped");
    }
    return switch (PackReader.read(folder)) {
      case PackReader.Result.Sound sound ->
          Finding.fine(
              "pack",
              "\"%s\", version %s, in %s"
                  .formatted(
                      sound.pack().manifest().title(), sound.pack().manifest().version(), folder));
      case PackReader.Result.Faulty faulty ->
          Finding.wrong(
              "pack",
              "%s, so it is not used; the first: %s; all of them: ./advisor check %s"
                  .formatted(faulty.count(), faulty.problems().getFirst(), folder));
    };
  }
}
