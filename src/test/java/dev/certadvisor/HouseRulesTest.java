package dev.certadvisor;

import static dev.certadvisor.SurfaceRoom.ELSEWHERE;
import static dev.certadvisor.SurfaceRoom.PEOPLE;
import static dev.certadvisor.SurfaceRoom.QUESTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.Person;
import dev.certadvisor.playground.View;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What admins settle for their workspace, and whom it concerns. */
class HouseRulesTest {

  @RegisterExtension private final SurfaceRoom room = new SurfaceRoom();

  @Test
  void anAdminSettlesThatAChannelIsLeftAlone() {
    room.as("maya").openHome();
    room.as("maya").press(room.as("maya").awaitHome(view -> true), "Where I speak");
    room.as("maya").awaitModal(view -> view.title().equals("Where I speak"));
    room.as("maya")
        .submit(
            Map.of(
                "channel", Map.of("value", room.channelId()),
                "speaking", Map.of("value", "QUESTIONS")));
    room.said(room.as("maya").person().directMessage(), "applies from now on");

    room.as("tomas").say(room.channel(), "@Cert Advisor hello");
    Message asked = room.as("tomas").say(room.channel(), "@Cert Advisor is AI-102 retired?");

    assertThat(room.as("tomas").awaitReply(asked).text()).contains("AI-102");
    room.slack().awaitQuiet();
    assertThat(room.slack().answers())
        .filteredOn(m -> m.channel().equals(room.channelId()))
        .hasSize(1);
  }

  @Test
  void onlyAdminsSettleWhereItSpeaks() {
    room.as("kenji").openHome();
    room.as("kenji").press(room.as("kenji").awaitHome(view -> true), "Where I speak");

    room.said(room.as("kenji").person().directMessage(), "Only workspace admins");
  }

  @Test
  void anAdminSettlesWhereQuestionsForPeopleGoUntilItIsUndone() {
    peopleAnswerIn(room.channelId());
    assertThat(room.said(room.channelId(), "questions that need a person").text())
        .contains("<@U0MAYA");
    room.said(room.as("maya").person().directMessage(), "go to that channel now");

    askAPerson("aisha");
    assertThat(room.said(room.channelId(), "A question for a person").text()).contains(QUESTION);

    peopleAnswerIn("");
    room.said(room.as("maya").person().directMessage(), "no longer has its own channel");
    askAPerson("tomas");
    room.said(PEOPLE, "A question for a person");
  }

  @Test
  void aChannelInWhichItCannotPostIsRefusedInTheFormAndNothingChanges() {
    room.as("maya").openHome();
    room.as("maya").press(room.as("maya").awaitHome(view -> true), "Where questions go");
    room.as("maya").awaitModal(view -> view.title().equals("Where questions go"));

    assertThat(room.as("maya").submit(Map.of("channel", Map.of("value", ELSEWHERE))))
        .containsEntry(
            "channel",
            "I cannot post there yet. Type \"/invite @Cert Advisor\" in that channel, then save"
                + " again.");
    assertThat(room.as("maya").modal()).as("the form, still open").isPresent();
    room.as("maya").closeModal(true);

    askAPerson("kenji");
    room.said(PEOPLE, "A question for a person");
  }

  @Test
  void onlyAdminsSettleWhereQuestionsGo() {
    room.as("kenji").openHome();
    room.as("kenji").press(room.as("kenji").awaitHome(view -> true), "Where questions go");

    room.said(room.as("kenji").person().directMessage(), "Only workspace admins");
    assertThat(room.as("kenji").modal()).isEmpty();
  }

  @Test
  void guestsAreNotAnswered() {
    room.slack().admit(new Person("U0GUEST0001", "gus", "Gus", "Contractor, guest", "D0GUEST0001"));

    room.as("gus").say(room.channel(), "@Cert Advisor is AI-102 retired?");
    Message asked = room.as("tomas").say(room.channel(), "@Cert Advisor is AI-103 retired?");

    room.as("tomas").awaitReply(asked);
    room.slack().awaitQuiet();
    assertThat(room.slack().answers())
        .filteredOn(m -> m.channel().equals(room.channelId()))
        .hasSize(1);
  }

  private void peopleAnswerIn(String chosen) {
    String before = room.as("maya").home().map(View::hash).orElse("");
    room.as("maya").openHome();
    room.as("maya")
        .press(
            room.as("maya").awaitHome(view -> !view.hash().equals(before)), "Where questions go");
    room.as("maya").awaitModal(view -> view.title().equals("Where questions go"));
    assertThat(room.as("maya").submit(Map.of("channel", Map.of("value", chosen)))).isEmpty();
  }

  private void askAPerson(String person) {
    Message asked = room.as(person).sayDirectly(QUESTION);
    room.as(person).press(room.as(person).awaitReply(asked), "Ask a person");
    room.as(person).awaitModal(view -> view.title().equals("Ask a person"));
    room.as(person).submit(Map.of("words", Map.of("value", "")));
    room.said(room.as(person).person().directMessage(), "Passed on");
  }
}
