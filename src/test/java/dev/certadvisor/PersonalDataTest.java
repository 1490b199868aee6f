package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.Walk;
import dev.certadvisor.testing.TestWorkspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What a person is shown of themselves and what is left after they want to be forgotten. */
class PersonalDataTest {

  @TempDir private Path folder;

  @Test
  void aPersonSeesAllThatIsKeptAndAfterwardsNothingOfItIsLeft() {
    Composition composition = Composition.of(Path.of("seeds"), Optional.empty());
    try (TestWorkspace workspace = new TestWorkspace()) {
      Member maya = workspace.as("maya");
      try (ConfigurableApplicationContext server =
          new SlackServer(settings(workspace), composition.advisor(), Optional.empty()).start()) {
        workspace.serves(server.getBean(ServerAddress.class).get());
        tellThingsAbout(maya, workspace.newChannel());

        maya.say(workspace.newChannel(), "@Cert Advisor export my data");
        Message export = maya.awaitEphemeral();
        maya.command("general", "/advisor forget me");
        maya.press(maya.awaitEphemeral(), "Yes, erase it");

        assertThat(export.blocks().toString())
            .contains("an interview begun", "zebra", "in a channel thread", "giraffe");
        assertThat(maya.awaitAnswer().text()).contains("Nothing about you is kept");
        assertThat(workspace.refusals()).isEmpty();
      }
      try (Database database = Database.embedded(folder)) {
        assertThat(Walk.rowsWith(database, maya.person().id(), "zebra", "giraffe")).isEmpty();
      }
    }
  }

  private static void tellThingsAbout(Member maya, String channel) {
    maya.sayDirectly("interview");
    maya.awaitAnswer();
    maya.sayDirectly("how hard is the AWS exam zebra");
    maya.awaitAnswer();
    maya.awaitReply(maya.say(channel, "@Cert Advisor what does it cost giraffe"));
  }

  private Settings settings(TestWorkspace workspace) {
    Map<String, String> environment = new HashMap<>(workspace.environment());
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", folder.toString());
    return Settings.from(environment);
  }
}
