package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Member;
import dev.certadvisor.search.KeyWords;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.Unheld;
import dev.certadvisor.store.Walk;
import dev.certadvisor.testing.TestWorkspace;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** From what people ask in Slack to what the operator reads. */
class UnansweredTest {

  @Test
  void whatTheGuideDoesNotHoldIsReportedWithoutNames(@TempDir Path folder) throws Exception {
    try (TestWorkspace workspace = new TestWorkspace()) {
      Map<String, String> environment = new HashMap<>(workspace.environment());
      environment.putAll(Map.of("ADVISOR_DATA", folder.toString(), "SERVER_PORT", "0"));
      Settings settings = Settings.from(environment);
      try (ConfigurableApplicationContext server =
          new SlackServer(
                  settings,
                  Composition.of(Path.of("seeds"), Optional.empty()).advisor(),
                  Optional.empty())
              .start()) {
        workspace.serves(server.getBean(ServerAddress.class).get());
        say(workspace.as("maya"), "How do I bake sourdough bread? maya.l@example.com");
        say(workspace.as("tomas"), "how to bake a sourdough bread? +49 170 1234567");
        say(workspace.as("aisha"), "how do I bake sourdough bread?");
        say(workspace.as("aisha"), "what does AI-102 cover?");
        say(workspace.as("kenji"), "where does my cat sleep?");
      }
      try (Database database = ServerConfiguration.open(settings)) {
        assertThat(Walk.rowsWith(database, "sourdough").get("unheld")).hasSize(3);
        assertThat(Walk.rowsWith(database, "example.com", "1234567"))
            .as("what could tell who asked is not kept")
            .doesNotContainKey("unheld");
        assertThat(Walk.rowsWith(database, "cover").get("unheld")).isNull();

        String report = report(new Unheld(database).groups(new KeyWords(), 2, Instant.EPOCH));

        assertThat(report.lines().skip(1))
            .singleElement()
            .asString()
            .matches(" {5}3 {6}3 {2}\\d{4}-\\d\\d-\\d\\d {2}how .*bake .*sourdough bread")
            .doesNotContainIgnoringCase("maya");
      }
    }
  }

  @Test
  void thatThereIsNothingIsSaid() {
    assertThat(report(List.of())).startsWith("Nothing was asked");
  }

  @Test
  void onePersonsQuestionsCannotBeAskedFor() {
    assertThat(CertAdvisor.run("unanswered", "--people", "1")).isEqualTo(CertAdvisor.WRONG_USAGE);
    assertThat(CertAdvisor.run("unanswered", "--days", "0")).isEqualTo(CertAdvisor.WRONG_USAGE);
  }

  private static void say(Member member, String words) {
    member.awaitReply(member.sayDirectly(words));
  }

  private static String report(List<Unheld.Group> groups) {
    StringWriter text = new StringWriter();
    UnansweredCommand.tell(groups, new PrintWriter(text, true));
    return text.toString();
  }
}
