package dev.certadvisor;

import static dev.certadvisor.SurfaceRoom.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.Mishap;
import dev.certadvisor.playground.Person;
import dev.certadvisor.playground.View;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An interview in windows, under buttons and in direct messages, which is one and the same. */
class InterviewSurfacesTest {

  @RegisterExtension private final SurfaceRoom room = new SurfaceRoom();

  @Test
  void anInterviewBegunInAWindowGoesOnInDirectMessages() {
    room.as("maya").shortcut("interview");
    View first = room.as("maya").awaitModal(view -> text(view).contains("Question 1 of"));
    room.as("maya").press(first, "act:0");
    View second = room.as("maya").awaitModal(view -> text(view).contains("Question 2 of"));
    room.as("maya").press(second, "Back");
    View again = room.as("maya").awaitModal(view -> text(view).contains("Taken back"));
    room.as("maya").press(again, "act:1");
    room.as("maya").awaitModal(view -> text(view).contains("Question 2 of"));

    String direct = room.as("maya").person().directMessage();
    Message prompt = room.as("maya").awaitReply(room.as("maya").sayDirectly("interview"));
    assertThat(prompt.text()).contains("You have an interview under way");
    room.as("maya").press(prompt, "act:0");

    room.said(direct, "My advice");
    Message answered =
        room.slack().awaitMessage("quiet buttons", m -> m.ts().equals(prompt.ts()) && m.edited());
    assertThat(answered.blocks().toString()).contains("You chose").doesNotContain("\"button\"");
  }

  @Test
  void aButtonOfAnEarlierQuestionSaysWhyItDoesNothing() {
    Message first = room.as("kenji").awaitReply(room.as("kenji").sayDirectly("interview"));
    Message second = room.as("kenji").awaitReply(room.as("kenji").sayDirectly("1"));

    room.as("kenji").press(first, "act:1");

    Message quiet =
        room.slack().awaitMessage("quiet buttons", m -> m.ts().equals(first.ts()) && m.edited());
    assertThat(quiet.blocks().toString())
        .contains("This question is behind you")
        .doesNotContain("\"button\"");
    room.slack().awaitQuiet();
    assertThat(second.text()).contains("2");
    room.as("kenji").awaitReply(room.as("kenji").sayDirectly("stop"));
  }

  @Test
  void aWindowThatHasChangedMeanwhileIsLeftAsItIsAndTheAnswerCounts() {
    room.slack().admit(new Person("U0PETRA0001", "petra", "Petra", "Engineer", "D0PETRA0001"));
    room.as("petra").shortcut("interview");
    View first = room.as("petra").awaitModal(view -> text(view).contains("Question 1 of"));
    room.slack().spoil("views.update", new Mishap.Refused("hash_conflict"));

    room.as("petra").press(first, "act:0");
    room.slack().awaitCalls("views.update", 1);
    room.slack().awaitQuiet();

    assertThat(room.slack().answers()).noneMatch(m -> m.channel().equals("D0PETRA0001"));
    room.as("petra").sayDirectly("my answers");
    assertThat(room.as("petra").awaitAnswer().text()).contains("Data science");
  }

  @Test
  void slacksStopButtonPutsAnInterviewAside() {
    Message asked = room.as("kenji").sayDirectly("start over");
    room.as("kenji").awaitReply(asked);

    room.event(
        "agent-session-stopped",
        Map.of(
            "channel", room.as("kenji").person().directMessage(),
            "user", "U0KENJI0001",
            "thread", asked.ts()));

    room.said(room.as("kenji").person().directMessage(), "Your answers are kept");
  }

  @Test
  void nobodyGoesOnWithSomeoneElsesInterview() {
    room.slack().admit(new Person("U0OLGA00001", "olga", "Olga", "Analyst", "D0OLGA00001"));
    room.as("olga").sayDirectly("interview me");
    Message question = room.as("olga").awaitAnswer();

    room.as("tomas").press(question, "act:0");
    room.slack().awaitQuiet();
    room.as("olga").press(question, "act:1");

    Message next = room.as("olga").awaitAnswer();
    assertThat(next.blocks().toString()).contains("Question 2 of");
    room.as("olga").sayDirectly("my answers");
    assertThat(room.as("olga").awaitAnswer().text()).contains("Model pipelines");
  }
}
