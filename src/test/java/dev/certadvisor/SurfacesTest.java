package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.SlackStandIn;
import dev.certadvisor.playground.View;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.Ratings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What people do on each surface of Slack, with the whole program and the shipped pack behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurfacesTest {

  private static final String CHANNEL = "C0CERTS0001";
  private static final String PEOPLE = "C0GENERAL01";
  private static final String ELSEWHERE = "C0STUDY0001";
  private static final String QUESTION = "How are the questions on the AWS exam built?";

  private final Path folder;
  private final PlayedWorkspace workspace = new PlayedWorkspace();
  private Optional<ConfigurableApplicationContext> server = Optional.empty();

  SurfacesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void start() {
    Settings settings =
        Settings.from(Map.of("SERVER_PORT", "0", "ADVISOR_DATA", folder.toString()));
    Composition composition =
        Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23)));
    server =
        Optional.of(
            new SlackServer(
                    settings,
                    composition.advisor(team -> Optional.of(PEOPLE)),
                    Optional.of(workspace))
                .start());
  }

  @AfterAll
  void stop() {
    server.ifPresent(ConfigurableApplicationContext::close);
  }

  @Test
  void aPrivateAnswerIsSharedOnlyWithWhatWasShownBefore() {
    slack().command("maya", CHANNEL, "/advisor", "ask " + QUESTION);
    Message answer = ephemeral("maya", "word for word");

    slack().press("maya", answer, "Share in channel");
    View window = slack().awaitModal("maya", view -> view.title().equals("Share in channel"));
    assertThat(window.blocks().toString()).contains(QUESTION, "rich_text_quote");
    slack().submit("maya", Map.of("channel", Map.of("value", CHANNEL)));

    Message shared = said(CHANNEL, "Shared by <@U0MAYA");
    assertThat(shared.onlyFor()).isEmpty();
    assertThat(shared.text()).contains(QUESTION);
    assertThat(ephemeral("maya", "Everyone in the channel can read it").onlyFor()).isPresent();
  }

  @Test
  void anAdviceIsSharedWithoutTheAnswersItRestsOn() {
    slack().command("tomas", CHANNEL, "/advisor", "recommend I am a data scientist on SageMaker");
    Message advice = ephemeral("tomas", "My advice");
    assertThat(advice.text()).contains("Understood: work");

    slack().press("tomas", advice, "Share in channel");
    slack().awaitModal("tomas", view -> view.title().equals("Share in channel"));
    slack().submit("tomas", Map.of("channel", Map.of("value", CHANNEL)));

    Message shared = said(CHANNEL, "Shared by <@U0TOMAS");
    assertThat(shared.text()).contains("My advice", "MLA-C02");
    assertThat(shared.blocks().toString())
        .doesNotContain("weight", "Receipt", "What if", "Understood", "SageMaker,");
  }

  @Test
  void whatCannotBeSharedComesBackWithAWordOnWhy() {
    slack().command("kenji", CHANNEL, "/advisor", "ask " + QUESTION);
    slack().press("kenji", ephemeral("kenji", "word for word"), "Share in channel");
    slack().awaitModal("kenji", view -> view.title().equals("Share in channel"));

    slack().submit("kenji", Map.of("channel", Map.of("value", ELSEWHERE)));

    assertThat(said(slack().directMessage("kenji"), "not a member of that channel").text())
        .contains(QUESTION);
  }

  @Test
  void aQuestionGoesToPeopleOnlyAfterConsent() {
    Message asked = slack().say("aisha", CHANNEL, "@Cert Advisor " + QUESTION);
    Message answer = slack().awaitReply(asked);

    slack().press("aisha", answer, "Ask a person");
    View window = slack().awaitModal("aisha", view -> view.title().equals("Ask a person"));
    assertThat(window.blocks().toString()).contains("leaves our private talk", QUESTION);
    slack().submit("aisha", Map.of("words", Map.of("value", "I sit it <!channel> in May")));

    Message passedOn = said(PEOPLE, "A question for a person");
    assertThat(passedOn.text()).contains("Asked by <@U0AISHA", QUESTION, "&lt;!channel&gt; in May");
    assertThat(passedOn.blocks().toString()).contains("rich_text_quote");
  }

  @Test
  void aRatingCountsOnceAndAReasonTakesItsPlace() {
    String direct = slack().directMessage("aisha");
    Message asked = slack().say("aisha", direct, QUESTION);
    Message answer = slack().awaitReply(asked);

    slack().press("aisha", answer, "Not helpful");
    slack().awaitModal("aisha", view -> view.title().equals("What was wrong?"));
    slack()
        .submit(
            "aisha",
            Map.of(
                "reason", Map.of("value", "out-of-date"),
                "words", Map.of("value", "the beta is over")));

    said(direct, "goes into the report");
    Message now =
        slack().awaitMessage("no more verdict", m -> m.ts().equals(answer.ts()) && m.edited());
    assertThat(now.blocks().toString())
        .contains("You did not find this helpful", "Compare both")
        .doesNotContain("\"Not helpful\"");
    assertThat(new Ratings(bean(Database.class)).newest(10))
        .singleElement()
        .satisfies(rated -> {
          assertThat(rated.helpful()).isFalse();
          assertThat(rated.reason()).contains("out-of-date");
          assertThat(rated.words()).contains("the beta is over");
          assertThat(rated.about()).contains("exam-format");
        });
  }

  @Test
  void anInterviewBegunInAWindowGoesOnInDirectMessages() {
    slack().shortcut("maya", "interview", Optional.empty());
    View first = slack().awaitModal("maya", view -> text(view).contains("Question 1 of"));
    slack().press("maya", first, "act:0");
    View second = slack().awaitModal("maya", view -> text(view).contains("Question 2 of"));
    slack().press("maya", second, "Back");
    View again = slack().awaitModal("maya", view -> text(view).contains("Taken back"));
    slack().press("maya", again, "act:1");
    slack().awaitModal("maya", view -> text(view).contains("Question 2 of"));

    String direct = slack().directMessage("maya");
    Message prompt = slack().awaitReply(slack().say("maya", direct, "interview"));
    assertThat(prompt.text()).contains("You have an interview under way");
    slack().press("maya", prompt, "act:0");

    said(direct, "Question 3");
    Message answered =
        slack().awaitMessage("quiet buttons", m -> m.ts().equals(prompt.ts()) && m.edited());
    assertThat(answered.blocks().toString()).contains("You chose").doesNotContain("\"button\"");
  }

  @Test
  void aButtonOfAnEarlierQuestionSaysWhyItDoesNothing() {
    String direct = slack().directMessage("kenji");
    Message first = slack().awaitReply(slack().say("kenji", direct, "interview"));
    Message second = slack().awaitReply(slack().say("kenji", direct, "1"));

    slack().press("kenji", first, "act:1");

    Message quiet =
        slack().awaitMessage("quiet buttons", m -> m.ts().equals(first.ts()) && m.edited());
    assertThat(quiet.blocks().toString())
        .contains("This question is behind you")
        .doesNotContain("\"button\"");
    slack().awaitQuiet();
    assertThat(second.text()).contains("2");
  }

  @Test
  void aMessageIsAskedAboutInAWindowThatNobodyElseSees() {
    Message said = slack().say("tomas", CHANNEL, "Is AI-102 still available?");

    slack().shortcut("aisha", "ask_about", Optional.of(said));

    View window = slack().awaitModal("aisha", view -> text(view).contains("AI-102"));
    assertThat(text(window)).contains("Retired");
  }

  private static String text(View view) {
    return view.blocks().toString();
  }

  private Message ephemeral(String person, String words) {
    return slack()
        .awaitMessage(
            words + " for " + person,
            message ->
                message
                        .onlyFor()
                        .filter(id -> id.toLowerCase(Locale.ROOT).contains(person))
                        .isPresent()
                    && message.text().contains(words));
  }

  private Message said(String channel, String words) {
    return slack()
        .awaitMessage(
            words + " in " + channel,
            message ->
                message.channel().equals(channel)
                    && (message.text() + message.blocks()).contains(words));
  }

  private SlackStandIn slack() {
    return workspace.slack();
  }

  private <T> T bean(Class<T> type) {
    return server.orElseThrow().getBean(type);
  }
}
