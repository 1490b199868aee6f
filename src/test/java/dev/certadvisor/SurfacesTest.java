package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.Mishap;
import dev.certadvisor.playground.Person;
import dev.certadvisor.playground.SlackStandIn;
import dev.certadvisor.playground.View;
import dev.certadvisor.slack.Payloads;
import dev.certadvisor.slack.SignedSender;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.Ratings;
import dev.certadvisor.testing.TestWorkspace;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What people do on each surface of Slack, with the whole program and the shipped pack behind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurfacesTest {

  private static final String PEOPLE = "C0GENERAL01";
  private static final String ELSEWHERE = "C0STUDY0001";
  private static final String QUESTION = "How are the questions on the AWS exam built?";

  private final TestWorkspace workspace = new TestWorkspace();
  private final Path folder;
  private Optional<ConfigurableApplicationContext> server = Optional.empty();
  private String channel = "general";

  SurfacesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void start() {
    Map<String, String> environment = new HashMap<>(workspace.environment());
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", folder.toString());
    Composition composition =
        Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23)));
    SettledHouse house = new SettledHouse(Optional.of(PEOPLE));
    ConfigurableApplicationContext started =
        new SlackServer(
                Settings.from(environment),
                composition.advisor(house, taken -> {}),
                house,
                Optional.empty())
            .start();
    server = Optional.of(started);
    workspace.serves(started.getBean(ServerAddress.class).get());
  }

  @BeforeEach
  void moveOn() {
    workspace.slack().reset();
    channel = workspace.newChannel();
  }

  @AfterAll
  void stop() {
    server.ifPresent(ConfigurableApplicationContext::close);
    workspace.close();
  }

  @Test
  void aPrivateAnswerIsSharedOnlyWithWhatWasShownBefore() {
    as("maya").command(channel, "/advisor ask " + QUESTION);
    Message answer = ephemeral("maya", "word for word");

    as("maya").press(answer, "Share in channel");
    View window = as("maya").awaitModal(view -> view.title().equals("Share in channel"));
    assertThat(window.blocks().toString()).contains(QUESTION, "rich_text_quote");
    as("maya").submit(Map.of("channel", Map.of("value", channelId())));

    Message shared = said(channelId(), "Shared by <@U0MAYA");
    assertThat(shared.onlyFor()).isEmpty();
    assertThat(shared.text()).contains(QUESTION);
    assertThat(ephemeral("maya", "Everyone in the channel can read it").onlyFor()).isPresent();
  }

  @Test
  void anAdviceIsSharedWithoutTheAnswersItRestsOn() {
    as("tomas").command(channel, "/advisor recommend I am a data scientist on SageMaker");
    Message advice = ephemeral("tomas", "My advice");
    assertThat(advice.text()).contains("What I took from your words");

    as("tomas").press(advice, "Share in channel");
    as("tomas").awaitModal(view -> view.title().equals("Share in channel"));
    as("tomas").submit(Map.of("channel", Map.of("value", channelId())));

    Message shared = said(channelId(), "Shared by <@U0TOMAS");
    assertThat(shared.text()).contains("My advice", "MLA-C02");
    assertThat(shared.blocks().toString())
        .doesNotContain("weight", "receipt", "What if", "What I took", "trying out models");
  }

  @Test
  void whatIsSharedFromDirectMessagesHasNoChannelUntilOneIsChosenAndGoesNowhereElse() {
    String direct = as("aisha").person().directMessage();
    Message answer = as("aisha").awaitReply(as("aisha").sayDirectly(QUESTION));

    as("aisha").press(answer, "Share in channel");
    View window = as("aisha").awaitModal(view -> view.title().equals("Share in channel"));
    assertThat(text(window)).doesNotContain("initial_conversation");

    assertThat(as("aisha").submit(Map.of("channel", Map.of("value", direct))))
        .containsEntry("channel", "That is not a channel. Please choose one.");
    assertThat(as("aisha").modal()).as("the form, still open").isPresent();
    slack().awaitQuiet();
    assertThat(slack().answers()).noneMatch(m -> (m.text() + m.blocks()).contains("Shared"));

    as("aisha").submit(Map.of("channel", Map.of("value", channelId())));
    assertThat(said(channelId(), "Shared by <@U0AISHA").text()).contains(QUESTION);
  }

  /** The response URL that comes with a chosen channel is good without membership, as at Slack. */
  @Test
  void anAnswerIsSharedInAChannelThatTheAppIsNotIn() {
    as("kenji").command(channel, "/advisor ask " + QUESTION);
    as("kenji").press(ephemeral("kenji", "word for word"), "Share in channel");
    as("kenji").awaitModal(view -> view.title().equals("Share in channel"));

    as("kenji").submit(Map.of("channel", Map.of("value", ELSEWHERE)));

    assertThat(said(ELSEWHERE, "Shared by <@U0KENJI").text()).contains(QUESTION);
  }

  @Test
  void aQuestionGoesToPeopleOnlyAfterConsent() {
    Message asked = as("aisha").say(channel, "@Cert Advisor " + QUESTION);
    Message answer = as("aisha").awaitReply(asked);

    as("aisha").press(answer, "Ask a person");
    View window = as("aisha").awaitModal(view -> view.title().equals("Ask a person"));
    assertThat(window.blocks().toString()).contains("will be posted in the channel", QUESTION);
    as("aisha").submit(Map.of("words", Map.of("value", "I sit it <!channel> in May")));

    Message passedOn = said(PEOPLE, "A question for a person");
    assertThat(passedOn.text()).contains("Asked by <@U0AISHA", QUESTION, "&lt;!channel&gt; in May");
    assertThat(passedOn.blocks().toString()).contains("rich_text_quote");
  }

  @Test
  void aRatingCountsOnceAndAReasonTakesItsPlace() {
    String direct = as("aisha").person().directMessage();
    Message asked = as("aisha").sayDirectly(QUESTION);
    Message answer = as("aisha").awaitReply(asked);

    as("aisha").press(answer, "Not helpful");
    as("aisha").awaitModal(view -> view.title().equals("What was wrong?"));
    as("aisha")
        .submit(
            Map.of(
                "reason", Map.of("value", "out-of-date"),
                "words", Map.of("value", "the beta is over")));

    said(direct, "without your name");
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
    as("maya").shortcut("interview");
    View first = as("maya").awaitModal(view -> text(view).contains("Question 1 of"));
    as("maya").press(first, "act:0");
    View second = as("maya").awaitModal(view -> text(view).contains("Question 2 of"));
    as("maya").press(second, "Back");
    View again = as("maya").awaitModal(view -> text(view).contains("Taken back"));
    as("maya").press(again, "act:1");
    as("maya").awaitModal(view -> text(view).contains("Question 2 of"));

    String direct = as("maya").person().directMessage();
    Message prompt = as("maya").awaitReply(as("maya").sayDirectly("interview"));
    assertThat(prompt.text()).contains("You have an interview under way");
    as("maya").press(prompt, "act:0");

    said(direct, "My advice");
    Message answered =
        slack().awaitMessage("quiet buttons", m -> m.ts().equals(prompt.ts()) && m.edited());
    assertThat(answered.blocks().toString()).contains("You chose").doesNotContain("\"button\"");
  }

  @Test
  void aButtonOfAnEarlierQuestionSaysWhyItDoesNothing() {
    Message first = as("kenji").awaitReply(as("kenji").sayDirectly("interview"));
    Message second = as("kenji").awaitReply(as("kenji").sayDirectly("1"));

    as("kenji").press(first, "act:1");

    Message quiet =
        slack().awaitMessage("quiet buttons", m -> m.ts().equals(first.ts()) && m.edited());
    assertThat(quiet.blocks().toString())
        .contains("This question is behind you")
        .doesNotContain("\"button\"");
    slack().awaitQuiet();
    assertThat(second.text()).contains("2");
    as("kenji").awaitReply(as("kenji").sayDirectly("stop"));
  }

  @Test
  void aMessageIsAskedAboutInAWindowThatNobodyElseSees() {
    Message said = as("tomas").say(channel, "Is AI-102 still available?");

    as("aisha").shortcut("ask_about", said);

    View window = as("aisha").awaitModal(view -> text(view).contains("AI-102"));
    assertThat(text(window)).contains("Retired");
  }

  @Test
  void anAdminSettlesThatAChannelIsLeftAlone() {
    as("maya").openHome();
    as("maya").press(as("maya").awaitHome(view -> true), "Where I speak");
    as("maya").awaitModal(view -> view.title().equals("Where I speak"));
    as("maya")
        .submit(
            Map.of(
                "channel", Map.of("value", channelId()),
                "speaking", Map.of("value", "QUESTIONS")));
    said(as("maya").person().directMessage(), "applies from now on");

    as("tomas").say(channel, "@Cert Advisor hello");
    Message asked = as("tomas").say(channel, "@Cert Advisor is AI-102 retired?");

    assertThat(as("tomas").awaitReply(asked).text()).contains("AI-102");
    slack().awaitQuiet();
    assertThat(slack().answers()).filteredOn(m -> m.channel().equals(channelId())).hasSize(1);
  }

  @Test
  void onlyAdminsSettleWhereItSpeaks() {
    as("kenji").openHome();
    as("kenji").press(as("kenji").awaitHome(view -> true), "Where I speak");

    said(as("kenji").person().directMessage(), "Only workspace admins");
  }

  @Test
  void anAdminSettlesWhereQuestionsForPeopleGoUntilItIsUndone() {
    peopleAnswerIn(channelId());
    assertThat(said(channelId(), "questions that need a person").text()).contains("<@U0MAYA");
    said(as("maya").person().directMessage(), "go to that channel now");

    askAPerson("aisha");
    assertThat(said(channelId(), "A question for a person").text()).contains(QUESTION);

    peopleAnswerIn("");
    said(as("maya").person().directMessage(), "no longer has its own channel");
    askAPerson("tomas");
    said(PEOPLE, "A question for a person");
  }

  @Test
  void aChannelInWhichItCannotPostIsRefusedInTheFormAndNothingChanges() {
    as("maya").openHome();
    as("maya").press(as("maya").awaitHome(view -> true), "Where questions go");
    as("maya").awaitModal(view -> view.title().equals("Where questions go"));

    assertThat(as("maya").submit(Map.of("channel", Map.of("value", ELSEWHERE))))
        .containsEntry(
            "channel",
            "I cannot post there yet. Type \"/invite @Cert Advisor\" in that channel, then save"
                + " again.");
    assertThat(as("maya").modal()).as("the form, still open").isPresent();
    as("maya").closeModal(true);

    askAPerson("kenji");
    said(PEOPLE, "A question for a person");
  }

  @Test
  void onlyAdminsSettleWhereQuestionsGo() {
    as("kenji").openHome();
    as("kenji").press(as("kenji").awaitHome(view -> true), "Where questions go");

    said(as("kenji").person().directMessage(), "Only workspace admins");
    assertThat(as("kenji").modal()).isEmpty();
  }

  private void peopleAnswerIn(String chosen) {
    String before = as("maya").home().map(View::hash).orElse("");
    as("maya").openHome();
    as("maya")
        .press(as("maya").awaitHome(view -> !view.hash().equals(before)), "Where questions go");
    as("maya").awaitModal(view -> view.title().equals("Where questions go"));
    assertThat(as("maya").submit(Map.of("channel", Map.of("value", chosen)))).isEmpty();
  }

  private void askAPerson(String person) {
    Message asked = as(person).sayDirectly(QUESTION);
    as(person).press(as(person).awaitReply(asked), "Ask a person");
    as(person).awaitModal(view -> view.title().equals("Ask a person"));
    as(person).submit(Map.of("words", Map.of("value", "")));
    said(as(person).person().directMessage(), "Passed on");
  }

  @Test
  void guestsAreNotAnswered() {
    slack().admit(new Person("U0GUEST0001", "gus", "Gus", "Contractor, guest", "D0GUEST0001"));

    as("gus").say(channel, "@Cert Advisor is AI-102 retired?");
    Message asked = as("tomas").say(channel, "@Cert Advisor is AI-103 retired?");

    as("tomas").awaitReply(asked);
    slack().awaitQuiet();
    assertThat(slack().answers()).filteredOn(m -> m.channel().equals(channelId())).hasSize(1);
  }

  @Test
  void whoeverWaitsIsShownAStatusThatGoesWithTheAnswer() {
    slack().spoil("chat.postMessage", new Mishap.Limited(Duration.ofSeconds(2)));

    Message asked = as("aisha").say(channel, "@Cert Advisor is AI-102 retired?");

    assertThat(as("aisha").awaitReply(asked).text()).contains("AI-102");
    assertThat(slack().calls("assistant.threads.setStatus").getFirst().request())
        .contains("is looking it up");
    assertThat(slack().awaitCalls("assistant.threads.setStatus", 2).getLast().request())
        .doesNotContain("is looking it up");
    assertThat(slack().calls("reactions.add")).isEmpty();
  }

  @Test
  void whereSlackTakesNoStatusAPairOfEyesStandsUnderTheMessageUntilTheAnswer() {
    slack().spoil("chat.postMessage", new Mishap.Limited(Duration.ofSeconds(2)));
    for (int i = 0; i < 50; i++) { // whoever still waits since the test before may take one
      slack().spoil("assistant.threads.setStatus", new Mishap.Refused("method_deprecated"));
    }

    Message asked = as("aisha").say(channel, "@Cert Advisor is AI-102 retired?");

    as("aisha").awaitReply(asked);
    slack().awaitCalls("reactions.remove", 1);
    for (String method : List.of("reactions.add", "reactions.remove")) {
      assertThat(slack().calls(method))
          .singleElement()
          .satisfies(call -> assertThat(call.request()).contains("eyes", asked.ts()));
    }
  }

  @Test
  void slacksStopButtonEndsWhatStillWaits() {
    slack().spoil("chat.postMessage", new Mishap.Limited(Duration.ofSeconds(2)));
    Message asked = as("aisha").say(channel, "@Cert Advisor is AI-102 retired?");
    assertThat(slack().awaitCalls("agents.sessions.setStatus", 1).getFirst().request())
        .contains("processing", asked.ts());

    event(
        "agent-session-stopped",
        Map.of("channel", channelId(), "user", "U0AISHA0001", "thread", asked.ts()));

    ephemeral("aisha", "Nothing more will come here");
    slack().awaitQuiet();
    assertThat(slack().answers()).extracting(Message::text).noneMatch(t -> t.contains("Retired"));
    assertThat(slack().calls("agents.sessions.setStatus").getLast().request()).contains("active");
  }

  @Test
  void slacksStopButtonPutsAnInterviewAside() {
    Message asked = as("kenji").sayDirectly("start over");
    as("kenji").awaitReply(asked);

    event(
        "agent-session-stopped",
        Map.of(
            "channel", as("kenji").person().directMessage(),
            "user", "U0KENJI0001",
            "thread", asked.ts()));

    said(as("kenji").person().directMessage(), "Your answers are kept");
  }

  @Test
  void whatIsSuggestedFollowsFromWhereThePersonStands() {
    slack().admit(new Person("U0NOOR00001", "noor", "Noor", "Developer", "D0NOOR00001"));
    as("noor").openMessages();
    assertThat(suggested(1)).contains("Which one fits me?", "Compare the costs");

    as("noor").awaitReply(as("noor").sayDirectly("interview"));
    event("app-context-changed", Map.of("channel", "D0NOOR00001", "user", "U0NOOR00001"));

    assertThat(suggested(2)).contains("Go on with my interview").doesNotContain("Which one fits");
  }

  @Test
  void aContextThatNamesNobodyIsLeftAloneAndSuggestionsAreNeverNeeded() {
    event("app-context-changed-bare", Map.of());
    slack().spoil("assistant.threads.setSuggestedPrompts", new Mishap.Refused("unknown_method"));
    as("aisha").openMessages();
    assertThat(as("aisha").awaitAnswer().text()).as("the greeting").startsWith("Hi!");

    assertThat(suggested(1)).contains("today");
    assertThat(as("aisha").awaitReply(as("aisha").sayDirectly("help")).text()).contains("can do");
    assertThat(slack().calls("assistant.threads.setSuggestedPrompts")).hasSize(1);
  }

  private String suggested(int calls) {
    return slack().awaitCalls("assistant.threads.setSuggestedPrompts", calls).getLast().request();
  }

  private void event(String name, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(values);
    all.put("event", "Ev" + UUID.randomUUID());
    URI address = bean(ServerAddress.class).get().resolve("/slack/events");
    assertThat(new SignedSender(address, TestWorkspace.SECRET).json(Payloads.of(name, all)))
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
  }

  @Test
  void aFormThatCannotBeOpenedInTimeSaysSoInDirectMessages() {
    as("tomas").command(channel, "/advisor ask " + QUESTION);
    Message answer = ephemeral("tomas", "word for word");
    slack().spoil("views.open", new Mishap.Refused("expired_trigger_id"));

    as("tomas").press(answer, "Share in channel");

    said(as("tomas").person().directMessage(), "did not open in time");
    assertThat(as("tomas").modal()).isEmpty();
  }

  @Test
  void anAnswerWhoseThreadIsGoneComesToTheAskersDirectMessages() {
    slack().spoil("chat.postMessage", new Mishap.Refused("thread_not_found"));

    as("kenji").say(channel, "@Cert Advisor is AI-102 retired?");

    assertThat(said(as("kenji").person().directMessage(), "is gone, so here it is").text())
        .contains("AI-102");
  }

  @Test
  void aWindowThatHasChangedMeanwhileIsLeftAsItIsAndTheAnswerCounts() {
    slack().admit(new Person("U0PETRA0001", "petra", "Petra", "Engineer", "D0PETRA0001"));
    as("petra").shortcut("interview");
    View first = as("petra").awaitModal(view -> text(view).contains("Question 1 of"));
    slack().spoil("views.update", new Mishap.Refused("hash_conflict"));

    as("petra").press(first, "act:0");
    slack().awaitCalls("views.update", 1);
    slack().awaitQuiet();

    assertThat(slack().answers()).noneMatch(m -> m.channel().equals("D0PETRA0001"));
    as("petra").sayDirectly("my answers");
    assertThat(as("petra").awaitAnswer().text()).contains("Data science");
  }

  @Test
  void nobodyGoesOnWithSomeoneElsesInterview() {
    slack().admit(new Person("U0OLGA00001", "olga", "Olga", "Analyst", "D0OLGA00001"));
    as("olga").sayDirectly("interview me");
    Message question = as("olga").awaitAnswer();

    as("tomas").press(question, "act:0");
    slack().awaitQuiet();
    as("olga").press(question, "act:1");

    Message next = as("olga").awaitAnswer();
    assertThat(next.blocks().toString()).contains("Question 2 of");
    as("olga").sayDirectly("my answers");
    assertThat(as("olga").awaitAnswer().text()).contains("Model pipelines");
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

  private String channelId() {
    return "C0ROOM%04d".formatted(Integer.parseInt(channel.substring("room-".length())));
  }

  private Member as(String handle) {
    return workspace.as(handle);
  }

  private SlackStandIn slack() {
    return workspace.slack();
  }

  private <T> T bean(Class<T> type) {
    return server.orElseThrow().getBean(type);
  }
}
