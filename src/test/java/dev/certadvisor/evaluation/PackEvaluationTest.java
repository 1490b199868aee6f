package dev.certadvisor.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.evaluation.PackCases.Fact;
import dev.certadvisor.evaluation.PackCases.Person;
import dev.certadvisor.evaluation.PackCases.Question;
import dev.certadvisor.intent.MessageReader;
import dev.certadvisor.intent.UtteranceClassifier.Classification;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.intent.UtteranceClassifier.Scored;
import dev.certadvisor.intent.Vocabulary;
import dev.certadvisor.knowledge.Citation;
import dev.certadvisor.knowledge.SectionId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PackEvaluationTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void eachKindOfCaseHasItsFigure() {
    int code =
        run(
            new PackCases(
                List.of(
                    new Question("cost", List.of("cost"), false),
                    new Question("topics", List.of("cost"), false)),
                List.of("who knows"),
                List.of(new Fact("cost", List.of("165")), new Fact("cost", List.of("you say"))),
                List.of(new Example("hi", "greet"), new Example("pizza", "oos")),
                List.of(new Person("i like it", Optional.of("aws-ml"))),
                Map.of("rightFirst", 0.5)));

    assertThat(code).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"rightFirst\":0.5", "\"rightInThree\":0.5", "\"most-declined\":0.0")
        .contains("\"uncoveredDeclined\":1.0", "\"factsRight\":0.5", "\"utterancesRight\":1.0")
        .contains("\"outOfScopeUtterancesTold\":0.0", "\"profilesRight\":0.0");
  }

  @Test
  void aFigureBelowItsFloorOrAboveItsCeilingFails() {
    int code =
        run(
            new PackCases(
                List.of(new Question("who knows", List.of("cost"), false)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of("rightFirst", 0.9, "most-declined", 0.1)));

    assertThat(code).isOne();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("rightFirst is 0.0, at least 0.9 allowed")
        .contains("most-declined is 1.0, at most 0.1 allowed");
  }

  private int run(PackCases cases) {
    MessageReader reader =
        MessageReader.learn(
            new Vocabulary(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of()),
            List.of(),
            (training, validation) ->
                text -> new Classification(List.of(new Scored("greet", 1)), true),
            word -> true);
    return new PackEvaluation(
            (before, incoming) -> new Transition(before, reply(((Incoming.Said) incoming).text())),
            reader,
            reply -> reply.parts().toString())
        .run(cases, true, false, new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  /** Cites the section that the message names; declines whatever begins with "who". */
  private static Reply reply(String text) {
    boolean declined = text.startsWith("who");
    List<Part> parts =
        declined
            ? List.of()
            : List.of(
                new Part.Quote(
                    new Citation(new SectionId(text.replace(' ', '-')), text, "It is 165."),
                    Optional.empty(),
                    Optional.empty()));
    return new Reply(
        declined ? Reply.Kind.UNKNOWN : Reply.Kind.ANSWER,
        Reply.Audience.CONVERSATION,
        parts,
        1,
        List.of(),
        Optional.empty());
  }
}
