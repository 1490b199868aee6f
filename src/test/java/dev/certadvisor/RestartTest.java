package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.testing.TestWorkspace;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as it is started, killed in the middle of a conversation and started again. */
class RestartTest {

  @TempDir private Path folder;

  @Test
  void anInterviewGoesOnAtTheSameQuestionAfterAKill() throws Exception {
    try (TestWorkspace workspace = new TestWorkspace()) {
      TrialProcess advisor = advisor(workspace);
      Thread alive = Thread.ofVirtual().start(advisor::keepAlive);
      try {
        Member maya = workspace.as("maya");
        serve(workspace, advisor, 0);
        ask(maya, "interview me");
        ask(maya, "2");
        Message open = ask(maya, "why");

        advisor.kill();
        serve(workspace, advisor, 1);

        assertThat(ask(maya, "why").text()).isEqualTo(open.text());
        maya.press(open, "1. AWS");
        assertThat(maya.awaitAnswer().text()).isNotEqualTo(open.text());
        assertThat(ask(maya, "review").text()).contains("AWS");
      } finally {
        advisor.end();
        alive.join();
      }
    }
  }

  private TrialProcess advisor(TestWorkspace workspace) {
    Map<String, String> environment = new HashMap<>(workspace.environment());
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", folder.resolve("data").toString());
    return new TrialProcess(
        List.of(CertAdvisor.class.getName(), "start"), environment, folder.resolve("log"));
  }

  /** Waits until the process runs for the n-th time after a kill. */
  private static void serve(TestWorkspace workspace, TrialProcess advisor, int kills)
      throws InterruptedException {
    while (advisor.kills() < kills || advisor.address().isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    workspace.serves(advisor.address().orElseThrow());
  }

  private static Message ask(Member member, String text) {
    return member.awaitReply(member.sayDirectly(text));
  }
}
