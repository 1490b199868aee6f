package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Button;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.knowledge.Citation;
import dev.certadvisor.knowledge.SectionId;
import dev.certadvisor.knowledge.SubjectId;
import dev.certadvisor.playground.BlockRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares drawings with those that were looked at and approved, in {@code rendered/}. Run with
 * {@code -Dapprove} to write them anew, and look at the difference.
 */
class BlockKitRendererTest {

  private static final Path RENDERED = Path.of("src/test/resources/rendered");
  private static final Gson PRETTY =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
  private static final Wording WORDING = Wording.load();

  private final BlockKitRenderer renderer = new BlockKitRenderer(WORDING);

  static Stream<String> names() {
    return samples().keySet().stream();
  }

  private static Map<String, List<Part>> samples() {
    Map<String, List<Part>> samples = new LinkedHashMap<>();
    samples.put(
        "answer",
        List.of(
            quote(
                "exam-format",
                "Exam format",
                "The exam lasts 100 minutes. Labs may <count> & more."),
            new Part.Notice("I read your question as one about Azure."),
            new Part.Buttons(
                List.of(
                    new Button("Compare both", new Act.Say("compare exam format")),
                    new Button("Helpful", new Act.Rate(true, "exam-format"))))));
    samples.put(
        "comparison",
        List.of(
            new Part.Heading("Cost, side by side"),
            new Part.Comparison(
                List.of(
                    side(
                        "aws",
                        "AWS",
                        quote("cost", "Cost", "The AWS exam costs more.\n\nIt is long.")),
                    side("azure", "Azure", quote("cost", "Cost", "Azure's exam costs less."))))));
    samples.put(
        "comparison-one-sided",
        List.of(
            new Part.Comparison(
                List.of(
                    side("aws", "AWS", quote("tools", "Tools", "SageMaker.")),
                    side("azure", "Azure")))));
    samples.put("question", List.of(prompt("Machine learning", "Building apps", "Not sure")));
    samples.put(
        "question-with-long-choices",
        List.of(
            prompt(
                "I spend most of the day cleaning data, training models and watching how they do",
                "I connect services that others trained & build what people see",
                "Not sure")));
    samples.put(
        "recommendation",
        List.of(
            new Part.Heading("AWS, machine learning engineering"),
            new Part.Ranking(List.of(new Part.Ranked("AWS", 0.83), new Part.Ranked("Azure", 0.17))),
            new Part.Bullets(List.of("You train models.", "Your employer runs on AWS & pays."))));
    samples.put(
        "status",
        List.of(
            new Part.Status(
                "AI-102: Azure AI Engineer Associate",
                "Retired on 2026-06-30. Sit AI-103 today.",
                List.of(
                    new Part.Fact("Price", "165 USD", "Microsoft Learn, seen 2026-11-01"),
                    new Part.Fact("Length", "100 minutes", "Microsoft Learn, seen 2026-11-01")),
                "Microsoft Learn, seen 2026-11-01",
                Optional.of("https://learn.microsoft.com/credentials"))));
    samples.put(
        "erase",
        List.of(
            new Part.Prose("This erases everything <b>at once</b>."),
            new Part.Buttons(
                List.of(new Button("Erase", new Act.Do(Act.Move.CONFIRM_FORGET_ME))))));
    return samples;
  }

  @ParameterizedTest
  @MethodSource("names")
  void aReplyIsDrawnAsApproved(String name) throws IOException {
    Reply reply = reply(samples().getOrDefault(name, List.of()));
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("text", new FallbackText(WORDING).of(reply));
    message.put("blocks", renderer.blocks(reply));
    String drawn = PRETTY.toJson(message) + "\n";
    Path approved = RENDERED.resolve(name + ".json");

    if (System.getProperty("approve") != null) {
      Files.createDirectories(RENDERED);
      Files.writeString(approved, drawn);
    }

    assertThat(JsonParser.parseString(drawn))
        .isEqualTo(JsonParser.parseString(Files.readString(approved)));
    assertThat(refused(renderer.blocks(reply))).isEmpty();
  }

  @Test
  void whateverIsTooLongIsSplitAndNeverRefused() {
    String words = "A sentence with <some> & more *of* _it_. ".repeat(200);
    List<Part> parts =
        List.of(
            new Part.Heading(words),
            new Part.Prose(words),
            new Part.Bullets(List.of(words, " ")),
            quote("s", words.substring(0, 200), words),
            new Part.Comparison(
                List.of(
                    side("aws", "AWS", quote("s", "S", words)),
                    side("azure", "Azure", quote("s", "S", "short")))),
            new Part.Prompt(
                "q",
                words,
                IntStream.range(0, 60).mapToObj(i -> new Part.Option("o" + i, words)).toList(),
                1,
                6,
                List.of(new Button(words, new Act.Say(words)))),
            new Part.Ranking(
                IntStream.range(0, 99).mapToObj(i -> new Part.Ranked("name " + i, 2)).toList()),
            new Part.Status(
                words,
                words,
                IntStream.range(0, 23).mapToObj(i -> new Part.Fact("l", words, "s")).toList(),
                words,
                Optional.of("https://a.example/" + "x".repeat(4_000))),
            new Part.Notice(words));

    List<Map<String, Object>> blocks = renderer.blocks(reply(parts));

    for (int from = 0; from < blocks.size(); from += SlackLimits.MESSAGE_BLOCKS) {
      int until = Math.min(from + SlackLimits.MESSAGE_BLOCKS, blocks.size());
      assertThat(refused(blocks.subList(from, until))).isEmpty();
    }
    assertThat(new FallbackText(WORDING).of(reply(parts)).length()).isLessThanOrEqualTo(4_000);
  }

  @Test
  void aQuotationIsTheGuidesExactWords() {
    String words = "Words *as* they <stand> & no others: a_b.";

    String blocks = Json.write(renderer.blocks(reply(List.of(quote("s", "S", words)))));

    assertThat(blocks).contains("\"rich_text_quote\"", words);
  }

  @Test
  void theRulesAreAbleToFail() {
    Map<String, Object> shouting =
        Map.of("type", "section", "text", Map.of("type", "mrkdwn", "text", "Hello <!here>"));

    assertThat(refused(List.of(shouting))).hasSize(1);
    assertThat(refused(List.of(Map.of("type", "divider", "colour", "red")))).hasSize(1);
  }

  /** What Slack would refuse, and what it would take as a call to people, which we never mean. */
  private static List<String> refused(List<Map<String, Object>> blocks) {
    List<String> refused = new ArrayList<>();
    String json = Json.write(blocks);
    BlockRules.message(new JsonMapper().readTree(json))
        .forEach(violation -> refused.add(violation.toString()));
    if (json.matches("(?s).*<[!@#].*")) {
      refused.add("a live mention: " + json);
    }
    return refused;
  }

  private static Part.Quote quote(String section, String title, String words) {
    return new Part.Quote(
        new Citation(new SectionId(section), title, words),
        Optional.of(words.split("(?<=\\.) ", 2)[0]),
        Optional.of("The exam ended on 2026-06-30 & has a successor."));
  }

  private static Part.Side side(String subject, String name, Part.Quote... quotes) {
    return new Part.Side(new SubjectId(subject), name, List.of(quotes));
  }

  private static Part.Prompt prompt(String... labels) {
    return new Part.Prompt(
        "daily-work",
        "What is your day made of?",
        IntStream.range(0, labels.length)
            .mapToObj(i -> new Part.Option("choice-" + i, labels[i]))
            .toList(),
        2,
        6,
        List.of(
            new Button("Back", new Act.Do(Act.Move.BACK)),
            new Button("Why do you ask?", new Act.Do(Act.Move.WHY))));
  }

  private static Reply reply(List<Part> parts) {
    return new Reply(
        Reply.Kind.ANSWER, Reply.Audience.CONVERSATION, parts, 1, List.of(), Optional.empty());
  }
}
