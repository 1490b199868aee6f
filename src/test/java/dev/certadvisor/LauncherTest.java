package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real launcher in a folder of its own, with JDKs and a Maven that only write down their calls.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

  private static final String USED = "-XX:AOTCache=";
  private static final String MADE = "-XX:AOTCacheOutput=";

  @TempDir private Path folder;
  private Path home;
  private Path run;

  @BeforeEach
  void layOut() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
    run = Files.createDirectories(home.resolve("target/run"));
    Files.copy(Path.of("advisor"), home.resolve("advisor"));
    Files.createDirectories(home.resolve("src/main/jvm"));
    Files.writeString(home.resolve("src/main/jvm/options"), "");
    Files.writeString(home.resolve("pom.xml"), "");
    Files.writeString(run.resolve("cert-advisor.jar"), "");
    program(
        folder.resolve("bin/mvn"),
        "mkdir -p target && touch target/cert-advisor.jar && echo mvn >> " + calls());
  }

  @Test
  void theFirstStartMakesTheCacheAndUsesIt() {
    Path jdk = jdk("25.0.1", "25.0.1+8-LTS");

    assertThat(launch(jdk, "start").err()).contains("Preparing quick starts");

    assertThat(calls(MADE)).singleElement().asString().endsWith("cert-advisor.jar rehearse");
    assertThat(calls(USED)).singleElement().asString().endsWith("cert-advisor.jar start");
    assertThat(run.resolve("start-25.0.1+8_LTS.aot")).isNotEmptyFile();
  }

  @Test
  void theNextStartUsesTheCacheAsItIs() {
    Path jdk = jdk("25.0.1", "25.0.1+8");
    launch(jdk, "start");

    assertThat(launch(jdk, "start").err()).isEmpty();

    assertThat(calls(MADE)).hasSize(1);
    assertThat(calls(USED)).hasSize(2);
  }

  @Test
  void anotherJdkMakesItsOwnCache() {
    launch(jdk("25.0.1", "25.0.1+8"), "start");
    launch(jdk("26", "26+36"), "start");

    assertThat(calls(MADE)).hasSize(2);
    assertThat(calls(USED).getLast()).contains("start-26+36.aot");
  }

  @Test
  void aJdkThatCannotCacheStartsWithout() {
    assertThat(launch(jdk("21.0.4", "21.0.4+7"), "start").err()).isEmpty();

    assertThat(calls("AOT")).isEmpty();
    assertThat(calls("cert-advisor.jar start")).hasSize(1);
  }

  @Test
  void aRehearsalThatFailsIsSaidOnceAndNotTriedAgain() throws IOException {
    Path jdk = jdk("25.0.1", "25.0.1+8");
    program(
        jdk.resolve("bin/java"),
        "echo \"$@\" >> " + calls() + "; case \"$*\" in *rehearse) exit 1;; esac");

    assertThat(launch(jdk, "start").err()).contains("starts take longer", "rehearsal.log");
    assertThat(launch(jdk, "start").err()).isEmpty();

    assertThat(calls(MADE)).hasSize(1);
    assertThat(calls(USED)).isEmpty();
    assertThat(calls("cert-advisor.jar start")).hasSize(2);
  }

  @Test
  void changedSourcesAreBuiltAndTheCacheIsRenewed() throws IOException {
    Path jdk = jdk("25.0.1", "25.0.1+8");
    launch(jdk, "start");
    Files.setLastModifiedTime(
        home.resolve("pom.xml"), FileTime.from(Instant.now().plusSeconds(60)));

    assertThat(launch(jdk, "start").err()).contains("Building", "Preparing quick starts");

    assertThat(calls("mvn")).hasSize(1);
    assertThat(calls(MADE)).hasSize(2);
  }

  @Test
  void callsAtTheSameTimeBuildOnce() throws Exception {
    Path jdk = jdk("25.0.1", "25.0.1+8");
    Files.delete(run.resolve("cert-advisor.jar"));
    program(folder.resolve("bin/sleep"), "echo waits >> " + calls());
    // Goes on when the other call waits for this one, or builds too.
    program(
        folder.resolve("bin/mvn"),
        "echo mvn >> %s; until [ $(grep -c -e mvn -e waits %s) -ge 2 ]; do :; done"
            .formatted(calls(), calls()));
    try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
      List<Future<Ran>> launches =
          callers.invokeAll(Collections.nCopies(2, () -> launch(jdk, "chat")));
      for (Future<Ran> launch : launches) {
        launch.get();
      }
    }

    assertThat(calls("mvn")).hasSize(1);
    assertThat(calls(MADE)).hasSize(1);
    assertThat(calls(USED)).hasSize(2);
    assertThat(home.resolve("target/building")).doesNotExist();
  }

  @Test
  void whoWasKilledWhileBuildingHoldsNobodyUp() throws IOException, InterruptedException {
    Path jdk = jdk("25.0.1", "25.0.1+8");
    Process gone = new ProcessBuilder("true").start();
    gone.waitFor();
    Files.writeString(home.resolve("target/building"), String.valueOf(gone.pid()));

    launch(jdk, "start");

    assertThat(calls(USED)).hasSize(1);
    assertThat(home.resolve("target/building")).doesNotExist();
  }

  @Test
  void onlyChatGivesUpThoroughCompilation() {
    Path jdk = jdk("25.0.1", "25.0.1+8");
    launch(jdk, "chat");
    launch(jdk, "start");

    assertThat(calls("TieredStopAtLevel=1")).singleElement().asString().endsWith(" chat");
  }

  @Test
  void everyCallHasTheOptionsThatAreWrittenDown() {
    launch(jdk("25.0.1", "25.0.1+8"), "start");

    assertThat(calls("cert-advisor.jar"))
        .hasSize(2)
        .allSatisfy(call -> assertThat(call).contains("@" + home + "/src/main/jvm/options"));
  }

  @Test
  void onlyAServerIsBoundInMemory() {
    Path jdk = jdk("25.0.1", "25.0.1+8");
    launch(jdk);
    launch(jdk, "start");
    launch(jdk, "evaluate", "pack");

    assertThat(calls("server-options")).hasSize(2).allMatch(call -> !call.contains("evaluate"));
  }

  @Test
  void whatTheUserSetsComesAfterTheOptions() {
    Path jdk = jdk("25.0.1", "25.0.1+8");

    launch(jdk, Map.of("ADVISOR_JAVA_OPTIONS", "-Xmx1g -Da=b"), "start");

    assertThat(calls("cert-advisor.jar start").getFirst())
        .containsSubsequence("jvm/options", "jvm/server-options", "-Xmx1g -Da=b", "-jar");
  }

  private Path calls() {
    return folder.resolve("calls");
  }

  private List<String> calls(String with) {
    try {
      return Files.exists(calls())
          ? Files.readAllLines(calls()).stream().filter(call -> call.contains(with)).toList()
          : List.of();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** A JDK that writes down how it is called and makes what a real one would. */
  private Path jdk(String version, String build) {
    Path jdk = folder.resolve("jdk-" + build);
    program(jdk.resolve("bin/javac"), "true");
    program(
        jdk.resolve("bin/java"),
        """
        echo "$@" >> %s
        for option in "$@"; do
          case "$option" in -XX:AOTCacheOutput=*) echo cache > "${option#*=}";; esac
        done
        case "$*" in
          *jarmode=tools*) touch %s;;
        esac\
        """
            .formatted(calls(), run.resolve("cert-advisor.jar")));
    try {
      Files.writeString(
          jdk.resolve("release"),
          "JAVA_RUNTIME_VERSION=\"%s\"\nJAVA_VERSION=\"%s\"\n".formatted(build, version));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return jdk;
  }

  private static void program(Path file, String script) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Ran launch(Path jdk, String... arguments) {
    return launch(jdk, Map.of(), arguments);
  }

  private Ran launch(Path jdk, Map<String, String> environment, String... arguments) {
    List<String> command = new ArrayList<>(List.of("bash", home.resolve("advisor").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().remove("ADVISOR_JAVA_OPTIONS");
    builder.environment().merge("PATH", folder + "/bin:", (path, mine) -> mine + path);
    builder.environment().putAll(environment);
    try {
      Process process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(err).isZero();
      return new Ran(err);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What a launch said. */
  private record Ran(String err) {}
}
