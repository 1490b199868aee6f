package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Mishap;
import dev.certadvisor.slack.StubMethods;
import dev.certadvisor.slack.StubMethods.Answer;
import dev.certadvisor.testing.TestWorkspace;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the doctor says of tokens, scopes and the clock, with the local workspace for Slack. */
class DoctorSlackTest {

  private final Examination examination;

  DoctorSlackTest(@TempDir Path folder) {
    examination = new Examination(folder);
  }

  @Test
  void aTokenThatSlackDoesNotTakeIsNamed() throws Exception {
    try (TestWorkspace workspace = new TestWorkspace()) {
      for (String error :
          List.of("invalid_auth", "token_revoked", "token_expired", "not_allowed_token_type")) {
        workspace.slack().spoil("auth.test", new Mishap.Refused(error));

        assertThat(examination.wrong(workspace.environment()))
            .singleElement()
            .asString()
            .startsWith("token ")
            .contains("SLACK_BOT_TOKEN", error);
      }
    }
  }

  @Test
  void anAppTokenThatOpensNothingIsNamed() throws Exception {
    try (TestWorkspace workspace = TestWorkspace.overSockets()) {
      assertThat(examination.wrong(workspace.environment())).isEmpty();
      workspace.slack().spoil("apps.connections.open", new Mishap.Refused("missing_scope"));

      assertThat(examination.wrong(workspace.environment()))
          .singleElement()
          .asString()
          .contains("SLACK_APP_TOKEN", "missing_scope", "connections:write");
    }
  }

  @Test
  void clientIdAndSecretAreToldApart() {
    try (StubMethods slack = new StubMethods()) {
      Map<String, String> environment =
          Map.of(
              "SLACK_CLIENT_ID",
              "1.2",
              "SLACK_CLIENT_SECRET",
              TestWorkspace.SECRET,
              "SLACK_SIGNING_SECRET",
              TestWorkspace.SECRET,
              "SLACK_API_URL",
              slack.api().toString());
      slack.answers("oauth.v2.access", Answer.error("invalid_code"));
      assertThat(examination.wrong(environment)).isEmpty();
      slack.answers("oauth.v2.access", Answer.error("invalid_client_id"));
      assertThat(examination.wrong(environment))
          .singleElement()
          .asString()
          .contains("SLACK_CLIENT_ID:");
      slack.answers("oauth.v2.access", Answer.error("bad_client_secret"));
      assertThat(examination.wrong(environment))
          .singleElement()
          .asString()
          .contains("SLACK_CLIENT_SECRET:");
    }
  }

  @Test
  void missingScopesAreListed() {
    try (StubMethods slack = new StubMethods()) {
      slack.always(
          "auth.test",
          new Answer(
              200,
              Map.of("X-OAuth-Scopes", "app_mentions:read,chat:write, im:history"),
              "{\"ok\":true,\"team\":\"Acme\"}"));

      assertThat(examination.wrong(Examination.oneWorkspace(slack.api())))
          .singleElement()
          .asString()
          .contains("lacks assistant:write, commands, users:read;", "install the app again");
    }
  }

  @Test
  void aClockIsWrongBeyondTheWindowOfSignatures() throws Exception {
    try (TestWorkspace workspace = new TestWorkspace()) {
      Map<String, String> environment = workspace.environment();

      assertThat(examination.wrong(environment, clock(4))).isEmpty();
      assertThat(examination.wrong(environment, clock(6)))
          .singleElement()
          .asString()
          .contains("ahead of Slack's", "NTP");
      assertThat(examination.wrong(environment, clock(-6)))
          .singleElement()
          .asString()
          .contains("behind Slack's", "NTP");
    }
  }

  private static InstantSource clock(int minutesAhead) {
    return InstantSource.offset(InstantSource.system(), Duration.ofMinutes(minutesAhead));
  }
}
