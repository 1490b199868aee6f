package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.QuestionId;
import dev.certadvisor.knowledge.SectionId;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActionIdTest {

  static Stream<Act> acts() {
    return Stream.concat(
        Stream.of(
            new Act.Say("what about | Azure & <!channel> 🎓.1.2?"),
            new Act.Say(""),
            new Act.Choose(new Choice(new QuestionId("a.b/c"), new ChoiceId("not sure|"))),
            new Act.Change(new QuestionId("daily-work")),
            new Act.Read(new SectionId("exam-format")),
            new Act.Rate(true, "cost,exam-format"),
            new Act.Rate(false, "")),
        Arrays.stream(Act.Move.values()).map(Act.Do::new));
  }

  @ParameterizedTest
  @MethodSource("acts")
  void anActComesBackAsItWas(Act act) {
    assertThat(ActionId.decode(ActionId.encode(act))).contains(act);
  }

  @Test
  void anythingThatIsSaidFitsOnAButton() {
    String encoded = ActionId.encode(new Act.Say("🎓".repeat(5_000)));

    assertThat(encoded.length()).isLessThanOrEqualTo(SlackLimits.BUTTON_VALUE);
    assertThat(ActionId.decode(encoded))
        .hasValueSatisfying(act -> assertThat(((Act.Say) act).text()).matches("(🎓)+"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.say",
        "2.say.bW9yZQ",
        "1.sing.bW9yZQ",
        "1.say.*",
        "1.do.bW9yZQ",
        "1.say.bW9yZQ.bW9yZQ",
        "1.choose.bW9yZQ.",
        "more"
      })
  void whatIsNotOursIsNotUnderstood(String value) {
    assertThat(ActionId.decode(value)).isEmpty();
  }
}
