package dev.certadvisor;

import static dev.certadvisor.SurfaceRoom.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Exchange;
import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.Mishap;
import dev.certadvisor.playground.Person;
import dev.certadvisor.playground.View;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What Slack shows of an agent: that it is at work, how it is stopped, what it suggests, where it
 * answers.
 */
class AgentSurfaceTest {

  @RegisterExtension private final SurfaceRoom room = new SurfaceRoom();

  @Test
  void whoeverWaitsIsShownAStatusThatGoesWithTheAnswer() {
    room.slack().spoil("chat.postMessage", new Mishap.Limited(Duration.ofSeconds(2)));

    Message asked = room.as("aisha").say(room.channel(), "@Cert Advisor is AI-102 retired?");

    assertThat(room.as("aisha").awaitReply(asked).text()).contains("AI-102");
    List<Exchange> statuses = calls("assistant.threads.setStatus", 2, asked);
    assertThat(statuses.getFirst().request()).contains("is looking it up");
    assertThat(statuses.getLast().request()).doesNotContain("is looking it up");
    assertThat(room.slack().calls("reactions.add"))
        .noneMatch(call -> call.request().contains(asked.ts()));
  }

  @Test
  void whereSlackTakesNoStatusAPairOfEyesStandsUnderTheMessageUntilTheAnswer() {
    room.slack().spoil("chat.postMessage", new Mishap.Limited(Duration.ofSeconds(2)));
    for (int i = 0; i < 50; i++) { // whoever still waits since the test before may take some
      room.slack().spoil("assistant.threads.setStatus", new Mishap.Refused("method_deprecated"));
    }

    Message asked = room.as("aisha").say(room.channel(), "@Cert Advisor is AI-102 retired?");

    room.as("aisha").awaitReply(asked);
    for (String method : List.of("reactions.remove", "reactions.add")) {
      assertThat(calls(method, 1, asked))
          .singleElement()
          .satisfies(call -> assertThat(call.request()).contains("eyes"));
    }
  }

  @Test
  void slacksStopButtonEndsWhatStillWaits() {
    room.slack().spoil("chat.postMessage", new Mishap.Limited(Duration.ofSeconds(5)));
    Message asked = room.as("aisha").say(room.channel(), "@Cert Advisor is AI-102 retired?");
    assertThat(calls("agents.sessions.setStatus", 1, asked).getFirst().request())
        .contains("processing");

    room.event(
        "agent-session-stopped",
        Map.of("channel", room.channelId(), "user", "U0AISHA0001", "thread", asked.ts()));

    room.ephemeral("aisha", "Nothing more will come here");
    room.slack().awaitQuiet();
    assertThat(room.slack().answers())
        .extracting(Message::text)
        .noneMatch(t -> t.contains("Retired"));
    assertThat(calls("agents.sessions.setStatus", 2, asked).getLast().request()).contains("active");
  }

  @Test
  void whatIsSuggestedFollowsFromWhereThePersonStands() {
    room.slack().admit(new Person("U0NOOR00001", "noor", "Noor", "Developer", "D0NOOR00001"));
    room.as("noor").openMessages();
    assertThat(room.as("noor").awaitAnswer().text()).as("the greeting").startsWith("Hi!");
    assertThat(suggested(1)).contains("Which one fits me?", "Compare the costs");

    room.as("noor").awaitReply(room.as("noor").sayDirectly("interview"));
    room.event("app-context-changed", Map.of("channel", "D0NOOR00001", "user", "U0NOOR00001"));

    assertThat(suggested(2)).contains("Go on with my interview").doesNotContain("Which one fits");
  }

  @Test
  void aContextThatNamesNobodyIsLeftAloneAndSuggestionsAreNeverNeeded() {
    room.event("app-context-changed-bare", Map.of());
    room.slack()
        .spoil("assistant.threads.setSuggestedPrompts", new Mishap.Refused("unknown_method"));
    room.as("aisha").openMessages();
    assertThat(room.as("aisha").awaitAnswer().text()).as("the greeting").startsWith("Hi!");

    assertThat(suggested(1)).contains("today");
    assertThat(room.as("aisha").awaitReply(room.as("aisha").sayDirectly("help")).text())
        .contains("can do");
    assertThat(room.slack().calls("assistant.threads.setSuggestedPrompts")).hasSize(1);
  }

  @Test
  void aMessageIsAskedAboutInAWindowThatNobodyElseSees() {
    Message said = room.as("tomas").say(room.channel(), "Is AI-102 still available?");

    room.as("aisha").shortcut("ask_about", said);

    View window = room.as("aisha").awaitModal(view -> text(view).contains("AI-102"));
    assertThat(text(window)).contains("Retired");
  }

  @Test
  void anAnswerWhoseThreadIsGoneComesToTheAskersDirectMessages() {
    room.slack().spoil("chat.postMessage", new Mishap.Refused("thread_not_found"));

    room.as("kenji").say(room.channel(), "@Cert Advisor is AI-102 retired?");

    assertThat(
            room.said(room.as("kenji").person().directMessage(), "is gone, so here it is").text())
        .contains("AI-102");
  }

  /** Waits for so many calls about a message; in between, signs of the test before may go. */
  private List<Exchange> calls(String method, int count, Message about) {
    List<Exchange> all = List.of();
    List<Exchange> these = List.of();
    while (these.size() < count) {
      all = room.slack().awaitCalls(method, all.size() + 1);
      these = all.stream().filter(call -> call.request().contains(about.ts())).toList();
    }
    return these;
  }

  private String suggested(int calls) {
    return room.slack()
        .awaitCalls("assistant.threads.setSuggestedPrompts", calls)
        .getLast()
        .request();
  }
}
