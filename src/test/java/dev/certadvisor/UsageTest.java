package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.store.Database;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said to whoever types something that cannot be done, and to whoever asks for help. */
class UsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "chatt | there is no command \"chatt\"; did you mean chat? One of: start, chat, gallery,",
        "zzz | there is no command \"zzz\"; one of: start, chat, gallery,",
        "evaluate foo | there is no command \"foo\"; one of: answers, intents, pack (see: advisor",
        "evaluate intent | did you mean intents?",
        "doctor now | \"now\" is more than is asked for (see: advisor doctor --help)",
        "chat --jso | there is no option --jso; did you mean --json?",
        "evaluate intents --train a | Missing required option: '--test=F'"
      })
  void whatCannotBeDoneIsToldInOneLineWithWhatCan(String words, String expected) {
    Said said = run(words.split(" ", -1));

    assertThat(said.code()).isEqualTo(CertAdvisor.WRONG_USAGE);
    assertThat(said.err()).startsWith("advisor: ").contains(expected).hasLineCount(1);
    assertThat(said.err()).doesNotContain("rehearse");
  }

  @Test
  void theListOfCommandsHasAWholeSentenceForEach() {
    String commands = run("--help").out().split("Commands:\\R", 2)[1];

    // the lines that go on with a sentence are indented
    String[] each = commands.split("\\R(?= {2}\\S)", -1);
    assertThat(each).hasSizeGreaterThan(9).allMatch(text -> text.strip().endsWith("."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "start",
        "chat",
        "gallery",
        "check",
        "doctor",
        "evaluate",
        "unanswered",
        "backup",
        "restore",
        "reload",
        "evaluate answers",
        "evaluate intents",
        "evaluate pack"
      })
  void aHelpPageBreaksItsLinesOnlyWhereTheyAreFull(String command) {
    String help = run((command + " --help").split(" ", -1)).out();

    String[] lines = help.split("\\R", -1);
    for (int i = 0; i + 1 < lines.length; i++) {
      String next = lines[i + 1];
      boolean goesOn = !next.isBlank() && Character.isLowerCase(next.strip().charAt(0));
      boolean lists = lines[i].startsWith("Usage") || next.matches("  [a-z]+ {2,}.*");
      if (goesOn && !lists) {
        int word = next.strip().split(" ", 2)[0].length();
        assertThat(lines[i].length() + 1 + word).as(lines[i] + "|" + next).isGreaterThan(79);
      }
    }
  }

  @Test
  void aPageThatCannotBeWrittenIsToldInOneLine(@TempDir Path folder) {
    Path nowhere = folder.resolve("nowhere/page.html");

    assertThatThrownBy(() -> GalleryCommand.write("page", nowhere))
        .isInstanceOf(UnusableException.class)
        .hasMessage(nowhere + " cannot be written: there is no such file or folder");
    assertThatThrownBy(() -> GalleryCommand.write("page", folder))
        .isInstanceOf(UnusableException.class)
        .hasMessage(folder + " cannot be written: Is a directory");
  }

  @Test
  void aDatabaseThatAnotherAdvisorUsesIsToldWithWhatToDo(@TempDir Path folder) throws Exception {
    Settings settings = Settings.from(Map.of("ADVISOR_DATA", folder.toString()));
    Database.embedded(folder).close();
    try (FileChannel running =
            FileChannel.open(folder.resolve("advisor.mv.db"), StandardOpenOption.WRITE);
        FileLock lock = running.lock()) {
      assertThat(lock.isValid()).isTrue();
      assertThatThrownBy(() -> ServerConfiguration.openExisting(settings))
          .isInstanceOf(UnusableException.class)
          .hasMessage(
              "ADVISOR_DATA: another advisor is running on the database in "
                  + folder
                  + ", which serves one process at a time; stop that one first, or let several"
                  + " share PostgreSQL (ADVISOR_DATABASE_URL)");
      Said chat = run("chat", "--data=" + folder);
      assertThat(chat.code()).isEqualTo(CertAdvisor.WRONG_USAGE);
      assertThat(chat.err()).contains("--data: " + folder + " is used by another advisor");
    }
  }

  private record Said(int code, String out, String err) {}

  private static Said run(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int code = CertAdvisor.run(args);
      return new Said(
          code, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }
}
