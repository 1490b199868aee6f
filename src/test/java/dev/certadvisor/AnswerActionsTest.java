package dev.certadvisor;

import static dev.certadvisor.SurfaceRoom.ELSEWHERE;
import static dev.certadvisor.SurfaceRoom.PEOPLE;
import static dev.certadvisor.SurfaceRoom.QUESTION;
import static dev.certadvisor.SurfaceRoom.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.Mishap;
import dev.certadvisor.playground.View;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.Ratings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a person does with an answer: shares it, asks a person instead, says what it was worth. */
class AnswerActionsTest {

  @RegisterExtension private final SurfaceRoom room = new SurfaceRoom();

  @Test
  void aPrivateAnswerIsSharedOnlyWithWhatWasShownBefore() {
    room.as("maya").command(room.channel(), "/advisor ask " + QUESTION);
    Message answer = room.ephemeral("maya", "word for word");

    room.as("maya").press(answer, "Share in channel");
    View window = room.as("maya").awaitModal(view -> view.title().equals("Share in channel"));
    assertThat(window.blocks().toString()).contains(QUESTION, "rich_text_quote");
    room.as("maya").submit(Map.of("channel", Map.of("value", room.channelId())));

    Message shared = room.said(room.channelId(), "Shared by <@U0MAYA");
    assertThat(shared.onlyFor()).isEmpty();
    assertThat(shared.text()).contains(QUESTION);
    assertThat(room.ephemeral("maya", "Everyone in the channel can read it").onlyFor()).isPresent();
  }

  @Test
  void anAdviceIsSharedWithoutTheAnswersItRestsOn() {
    room.as("tomas")
        .command(room.channel(), "/advisor recommend I am a data scientist on SageMaker");
    Message advice = room.ephemeral("tomas", "My advice");
    assertThat(advice.text()).contains("What I took from your words");

    room.as("tomas").press(advice, "Share in channel");
    room.as("tomas").awaitModal(view -> view.title().equals("Share in channel"));
    room.as("tomas").submit(Map.of("channel", Map.of("value", room.channelId())));

    Message shared = room.said(room.channelId(), "Shared by <@U0TOMAS");
    assertThat(shared.text()).contains("My advice", "MLA-C02");
    assertThat(shared.blocks().toString())
        .doesNotContain("weight", "receipt", "What if", "What I took", "trying out models");
  }

  @Test
  void anAdviceAskedForInAChannelTellsOthersNothingOfThePerson() {
    Message asked =
        room.as("kenji")
            .say(room.channel(), "@Cert Advisor recommend I am a data scientist on SageMaker");
    Message shown = room.as("kenji").awaitReply(asked);

    assertThat(shown.onlyFor()).isEmpty();
    assertThat(shown.text()).contains("My advice", "MLA-C02", "Last checked", "What would change");
    assertThat(shown.text() + shown.blocks())
        .doesNotContain("What I took", "trying out models", "points strongly", "receipt")
        .doesNotContain("What if", "My answers", "Share in channel", "Start over");

    Message alone = room.ephemeral("kenji", "Your receipt");
    assertThat(alone.threadTs()).contains(asked.ts());
    assertThat(alone.text())
        .contains("others read along", "What I took from your words", "points strongly");
    assertThat(room.slack().answers())
        .filteredOn(m -> m.channel().equals(room.channelId()))
        .hasSize(2);
  }

  @Test
  void whatIsSharedFromDirectMessagesHasNoChannelUntilOneIsChosenAndGoesNowhereElse() {
    String direct = room.as("aisha").person().directMessage();
    Message answer = room.as("aisha").awaitReply(room.as("aisha").sayDirectly(QUESTION));

    room.as("aisha").press(answer, "Share in channel");
    View window = room.as("aisha").awaitModal(view -> view.title().equals("Share in channel"));
    assertThat(text(window)).doesNotContain("initial_conversation");

    assertThat(room.as("aisha").submit(Map.of("channel", Map.of("value", direct))))
        .containsEntry("channel", "That is not a channel. Please choose one.");
    assertThat(room.as("aisha").modal()).as("the form, still open").isPresent();
    room.slack().awaitQuiet();
    assertThat(room.slack().answers()).noneMatch(m -> (m.text() + m.blocks()).contains("Shared"));

    room.as("aisha").submit(Map.of("channel", Map.of("value", room.channelId())));
    assertThat(room.said(room.channelId(), "Shared by <@U0AISHA").text()).contains(QUESTION);
  }

  /** The response URL that comes with a chosen channel is good without membership, as at Slack. */
  @Test
  void anAnswerIsSharedInAChannelThatTheAppIsNotIn() {
    room.as("kenji").command(room.channel(), "/advisor ask " + QUESTION);
    room.as("kenji").press(room.ephemeral("kenji", "word for word"), "Share in channel");
    room.as("kenji").awaitModal(view -> view.title().equals("Share in channel"));

    room.as("kenji").submit(Map.of("channel", Map.of("value", ELSEWHERE)));

    assertThat(room.said(ELSEWHERE, "Shared by <@U0KENJI").text()).contains(QUESTION);
  }

  @Test
  void aQuestionGoesToPeopleOnlyAfterConsent() {
    Message asked = room.as("aisha").say(room.channel(), "@Cert Advisor " + QUESTION);
    Message answer = room.as("aisha").awaitReply(asked);

    room.as("aisha").press(answer, "Ask a person");
    View window = room.as("aisha").awaitModal(view -> view.title().equals("Ask a person"));
    assertThat(window.blocks().toString()).contains("will be posted in the channel", QUESTION);
    room.as("aisha").submit(Map.of("words", Map.of("value", "I sit it <!channel> in May")));

    Message passedOn = room.said(PEOPLE, "A question for a person");
    assertThat(passedOn.text()).contains("Asked by <@U0AISHA", QUESTION, "&lt;!channel&gt; in May");
    assertThat(passedOn.blocks().toString()).contains("rich_text_quote");
  }

  @Test
  void aRatingCountsOnceAndAReasonTakesItsPlace() {
    String direct = room.as("aisha").person().directMessage();
    Message asked = room.as("aisha").sayDirectly(QUESTION);
    Message answer = room.as("aisha").awaitReply(asked);

    room.as("aisha").press(answer, "Not helpful");
    room.as("aisha").awaitModal(view -> view.title().equals("What was wrong?"));
    room.as("aisha")
        .submit(
            Map.of(
                "reason", Map.of("value", "out-of-date"),
                "words", Map.of("value", "the beta is over")));

    room.said(direct, "without your name");
    Message now =
        room.slack().awaitMessage("no more verdict", m -> m.ts().equals(answer.ts()) && m.edited());
    assertThat(now.blocks().toString())
        .contains("You did not find this helpful", "Compare both")
        .doesNotContain("\"Not helpful\"");
    assertThat(new Ratings(room.server().bean(Database.class)).newest(10))
        .singleElement()
        .satisfies(rated -> {
          assertThat(rated.helpful()).isFalse();
          assertThat(rated.reason()).contains("out-of-date");
          assertThat(rated.words()).contains("the beta is over");
          assertThat(rated.about()).contains("exam-format");
        });
  }

  @Test
  void aFormThatCannotBeOpenedInTimeSaysSoInDirectMessages() {
    room.as("tomas").command(room.channel(), "/advisor ask " + QUESTION);
    Message answer = room.ephemeral("tomas", "word for word");
    room.slack().spoil("views.open", new Mishap.Refused("expired_trigger_id"));

    room.as("tomas").press(answer, "Share in channel");

    room.said(room.as("tomas").person().directMessage(), "did not open in time");
    assertThat(room.as("tomas").modal()).isEmpty();
  }
}
