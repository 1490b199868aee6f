package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import dev.certadvisor.slack.StubMethods;
import dev.certadvisor.slack.StubMethods.Answer;
import dev.certadvisor.slack.StubMethods.Call;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Many workspaces over real HTTP: installing, answering in each, and leaving. */
class ManyWorkspacesTest {

  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
  private static final String KEY = "A".repeat(43) + "=";

  private final StubMethods api = new StubMethods();
  private final AtomicInteger events = new AtomicInteger();
  private final Path folder;
  private ConfigurableApplicationContext server;
  private SignedSender slack;

  ManyWorkspacesTest(@TempDir Path folder) {
    this.folder = folder;
    this.server = start(KEY, Optional.empty());
    this.slack = new SignedSender(at("/slack/events"), SECRET);
  }

  @AfterEach
  void stop() {
    server.close();
    api.close();
  }

  @Test
  void eachWorkspaceIsAnsweredByItsOwnToken() {
    install("T1", team("T1", "xoxb-t1"));
    install("T2", team("T2", "xoxb-t2"));

    slack.json(mention("T1", "one"));
    slack.json(mention("T2", "two"));

    assertThat(api.await("chat.postMessage", 2))
        .extracting(Call::authorization)
        .containsExactlyInAnyOrder("Bearer xoxb-t1", "Bearer xoxb-t2");
  }

  @Test
  void anInstallationGoesToSlackAndComesBack() {
    HttpResponse<String> begun = get(at("/slack/install"), "");

    assertThat(begun.statusCode()).isEqualTo(302);
    assertThat(location(begun))
        .contains("/oauth/v2/authorize?client_id=1.2&scope=app_mentions%3Aread")
        .contains("&state=");
    assertThat(begun.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax", "Max-Age=600");

    api.answers("oauth.v2.access", team("T1", "xoxb-t1"));
    HttpResponse<String> finished = finish(begun, "&code=good");
    assertThat(finished.statusCode()).isEqualTo(200);
    assertThat(finished.body()).contains("is installed", "Team &lt;T1&gt;").doesNotContain("xoxb");
    Call exchange = api.await("oauth.v2.access", 1).getFirst();
    assertThat(exchange.parameter("code")).isEqualTo("good");
  }

  @Test
  void aLinkIsGoodOnceAndInItsOwnBrowserOnly() {
    HttpResponse<String> begun = get(at("/slack/install"), "");
    api.always("oauth.v2.access", team("T1", "xoxb-t1"));

    assertThat(get(back(begun, "&code=x"), "").statusCode()).isEqualTo(400);
    assertThat(get(back(begun, "&code=x"), "advisor_install=other").statusCode()).isEqualTo(400);
    assertThat(get(at("/slack/oauth_redirect?code=x&state=1.2.3"), "advisor_install=1.2.3").body())
        .contains("cannot be used any more");
    assertThat(get(at("/slack/oauth_redirect"), "").statusCode()).isEqualTo(400);
    assertThat(api.calls("oauth.v2.access")).isEmpty();

    assertThat(finish(begun, "&code=x").statusCode()).isEqualTo(200);
    assertThat(finish(begun, "&code=x").statusCode()).isEqualTo(400);
  }

  @Test
  void whatGoesWrongIsSaidKindlyAndGivesNothingAway() {
    HttpResponse<String> cancelled =
        finish(get(at("/slack/install"), ""), "&error=access_denied<script>");
    assertThat(cancelled.statusCode()).isEqualTo(200);
    assertThat(cancelled.body()).contains("Nothing was installed").doesNotContain("denied");

    api.answers("oauth.v2.access", Answer.error("invalid_code"));
    HttpResponse<String> refused = finish(get(at("/slack/install"), ""), "&code=bad");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("did not finish").doesNotContain("invalid_code", "bad");

    api.answers("oauth.v2.access", new Answer(503, Map.of(), "upstream"));
    HttpResponse<String> away = finish(get(at("/slack/install"), ""), "&code=bad");
    assertThat(away.statusCode()).isEqualTo(503);
    assertThat(away.body()).contains("try again").doesNotContain("upstream");
  }

  @Test
  void anOrganisationsWorkspacesAreAnsweredByItsToken() {
    install(
        "E0ORG",
        Answer.json(
            "{\"ok\":true,\"access_token\":\"xoxb-org\",\"token_type\":\"bot\",\"team\":null,"
                + "\"is_enterprise_install\":true,\"enterprise\":{\"id\":\"E0ORG\",\"name\":\"Org\"},"
                + "\"bot_user_id\":\"U0BOT\",\"authed_user\":{\"id\":\"U1\"}}"));

    slack.json(Payloads.of("org-install-mention", Map.of("event", "Ev1")));
    Map<String, String> command = new HashMap<>(command("T0A1"));
    command.put("enterprise_id", "E0ORG");
    command.put("is_enterprise_install", "true");

    assertThat(api.await("chat.postMessage", 1).getFirst().authorization())
        .isEqualTo("Bearer xoxb-org");
    assertThat(slack.form(command).body()).isEmpty();
  }

  @Test
  void inASharedChannelItIsSilentToTheForeignWorkspace() {
    install("T0A1", team("T0A1", "xoxb-t1"));

    assertThat(
            slack.json(Payloads.of("shared-channel-mention", Map.of("event", "Ev1"))).statusCode())
        .isEqualTo(200);
    slack.json(mention("T0A1", "mine"));

    assertThat(api.await("chat.postMessage", 1))
        .extracting(call -> call.parameter("text"))
        .containsExactly("You said: mine");
  }

  @Test
  void whereItIsNotInstalledPeopleAreToldAndEventsAreQuiet() {
    HttpResponse<String> mention = slack.json(mention("T9", "hello"));
    assertThat(mention.statusCode()).isEqualTo(200);
    assertThat(mention.body()).isEmpty();

    HttpResponse<String> command = slack.form(command("T9"));
    assertThat(command.statusCode()).isEqualTo(200);
    assertThat(command.body()).contains("\"ephemeral\"", "no longer installed in this workspace");

    slack.interaction(
        Payloads.of(
                "click",
                Map.of(
                    "value", "1.say.bW9yZQ",
                    "channel", "C1",
                    "click", "9",
                    "responseUrl", api.api().resolve("respond").toString()))
            .replace("T0A1", "T9"));
    assertThat(api.await("respond", 1).getFirst().parameter("text"))
        .contains("no longer installed");
    assertThat(api.calls("chat.postMessage")).isEmpty();
  }

  @Test
  void anUninstallDeletesTheWorkspaceAtOnceAndNoOther() {
    install("T1", team("T1", "xoxb-t1"));
    install("T2", team("T2", "xoxb-t2"));
    slack.json(mention("T1", "remember"));
    api.await("chat.postMessage", 1);

    assertThat(slack.json(left("T1", "app_uninstalled", "")).statusCode()).isEqualTo(200);
    assertThat(slack.json(mention("T1", "still there?")).statusCode()).isEqualTo(200);
    slack.json(mention("T2", "and you?"));

    assertThat(api.await("chat.postMessage", 2))
        .extracting(Call::authorization)
        .containsExactly("Bearer xoxb-t1", "Bearer xoxb-t2");
    assertThat(slack.form(command("T1")).body()).contains("no longer installed");
  }

  @Test
  void onlyTheBotsOwnRevokedTokenIsAnUninstall() {
    install("T1", team("T1", "xoxb-t1"));

    slack.json(left("T1", "tokens_revoked", ",\"tokens\":{\"oauth\":[\"U1\"],\"bot\":[]}"));
    assertThat(slack.form(command("T1")).body()).isEmpty();
    slack.json(left("T1", "tokens_revoked", ",\"tokens\":{\"oauth\":[],\"bot\":[\"U0BOT\"]}"));
    assertThat(slack.form(command("T1")).body()).contains("no longer installed");
  }

  @Test
  void aRevokedTokenDropsWhatWaitsForThatWorkspaceAlone() {
    install("T1", team("T1", "xoxb-t1"));
    install("T2", team("T2", "xoxb-t2"));
    api.answers("chat.postMessage", Answer.limited(2));
    slack.json(mention("T1", "one"));
    api.await("chat.postMessage", 1);
    slack.json(mention("T1", "two"));
    slack.json(mention("T1", "three"));
    awaitMetric("advisor_queue 3");
    api.answers("chat.postMessage", Answer.error("account_inactive"));

    awaitMetric("advisor_dropped_total{what=\"messages\"} 2");
    slack.json(mention("T2", "and you?"));

    assertThat(api.await("chat.postMessage", 3).get(2).authorization()).isEqualTo("Bearer xoxb-t2");
    assertThat(metrics()).contains("advisor_messages_total{end=\"given-up\"} 1");
  }

  @Test
  void aTokenThatEndsIsRenewedBefore() {
    install(
        "T1",
        Answer.json(
            team("T1", "xoxe.xoxb-1")
                .body()
                .replace("\"ok\":true", "\"ok\":true,\"expires_in\":60,\"refresh_token\":\"r1\"")));
    api.answers(
        "oauth.v2.access",
        Answer.json(
            team("T1", "xoxe.xoxb-2")
                .body()
                .replace(
                    "\"ok\":true", "\"ok\":true,\"expires_in\":43200,\"refresh_token\":\"r2\"")));

    slack.json(mention("T1", "one"));
    assertThat(api.await("chat.postMessage", 1).getFirst().authorization())
        .isEqualTo("Bearer xoxe.xoxb-2");
    Call renewal = api.calls("oauth.v2.access").get(1);
    assertThat(renewal.parameter("grant_type")).isEqualTo("refresh_token");
    assertThat(renewal.parameter("refresh_token")).isEqualTo("r1");
  }

  @Test
  void tokensAreKeptEncryptedAndNeedTheirKey() throws Exception {
    install("T1", team("T1", "xoxb-very-secret"));
    server.close();

    Path file = folder.resolve("advisor.mv.db");
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain("xoxb-very-secret");
    String wrong = "BBBB" + "A".repeat(39) + "=";
    assertThatThrownBy(() -> start(wrong, Optional.empty()))
        .isInstanceOf(UnusableException.class)
        .hasMessageStartingWith(
            "ADVISOR_ENCRYPTION_KEY: one installation is encrypted with another key");

    server = start(wrong, Optional.of(KEY));
    slack = new SignedSender(at("/slack/events"), SECRET);
    slack.json(mention("T1", "hello"));
    assertThat(api.await("chat.postMessage", 1).getFirst().authorization())
        .isEqualTo("Bearer xoxb-very-secret");
  }

  private void install(String workspace, Answer answer) {
    api.answers("oauth.v2.access", answer);
    HttpResponse<String> page = finish(get(at("/slack/install"), ""), "&code=of-" + workspace);
    assertThat(page.statusCode()).isEqualTo(200);
  }

  private static Answer team(String id, String token) {
    return Answer.json(
        "{\"ok\":true,\"access_token\":\"%2$s\",\"token_type\":\"bot\",\"bot_user_id\":\"U0BOT\",\"team\":{\"id\":\"%1$s\",\"name\":\"Team <%1$s>\"},\"enterprise\":null,\"is_enterprise_install\":false,\"authed_user\":{\"id\":\"U1\"}}"
            .formatted(id, token));
  }

  private HttpResponse<String> finish(HttpResponse<String> begun, String query) {
    String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
    return get(back(begun, query), cookie);
  }

  private URI back(HttpResponse<String> begun, String query) {
    String state = location(begun).split("&state=", 2)[1];
    return at(
        "/slack/oauth_redirect?state=" + state + query.replace("<", "%3C").replace(">", "%3E"));
  }

  private static String location(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElseThrow();
  }

  private String mention(String team, String text) {
    String event = "Ev" + events.incrementAndGet();
    return Payloads.of(
            "app-mention",
            Map.of("event", event, "text", "<@U0BOT> " + text, "ts", "1.5", "channel", "C" + team))
        .replace("T0A1", team);
  }

  private String left(String team, String type, String more) {
    return "{\"type\":\"event_callback\",\"team_id\":\"%s\",\"api_app_id\":\"A0\",\"event_id\":\"Ev%d\",\"event_time\":%d,\"event\":{\"type\":\"%s\"%s}}"
        .formatted(
            team, events.incrementAndGet(), System.currentTimeMillis() / 1_000 + 1, type, more);
  }

  private Map<String, String> command(String team) {
    return Map.of(
        "team_id", team,
        "channel_id", "C1",
        "user_id", "U1",
        "command", "/advisor",
        "text", "status",
        "response_url", api.api().resolve("respond").toString(),
        "trigger_id", "t" + events.incrementAndGet());
  }

  private void awaitMetric(String line) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!metrics().contains(line)) {
      assertThat(System.nanoTime()).as(line).isLessThan(end);
    }
  }

  private String metrics() {
    return get(at("/actuator/prometheus"), "").body();
  }

  private static HttpResponse<String> get(URI address, String cookie) {
    try {
      return HttpClient.newHttpClient()
          .send(
              HttpRequest.newBuilder(address).header("Cookie", cookie).build(),
              BodyHandlers.ofString());
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private URI at(String path) {
    return server.getBean(ServerAddress.class).get().resolve(path);
  }

  private ConfigurableApplicationContext start(String key, Optional<String> previous) {
    Map<String, String> environment = new HashMap<>();
    environment.put("SLACK_CLIENT_ID", "1.2");
    environment.put("SLACK_CLIENT_SECRET", "client-secret");
    environment.put("SLACK_SIGNING_SECRET", SECRET);
    environment.put("ADVISOR_ENCRYPTION_KEY", key);
    previous.ifPresent(text -> environment.put("ADVISOR_ENCRYPTION_KEY_PREVIOUS", text));
    environment.put("SLACK_API_URL", api.api().toString());
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", folder.toString());
    return new SlackServer(Settings.from(environment), new EchoingAdvisor(), Optional.empty())
        .start();
  }
}
