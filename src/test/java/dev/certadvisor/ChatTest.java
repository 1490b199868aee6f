package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.console.Chat;
import dev.certadvisor.conversation.ConversationStore;
import dev.certadvisor.conversation.InMemoryConversationStore;
import dev.certadvisor.delivery.LedgerConversations;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.JdbcLedger;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The terminal's JSON lines, as programs rely on them. */
class ChatTest {

  private static final Composition COMPOSITION =
      Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23)));

  private static final List<String> KEYS =
      List.of(
          "user",
          "kind",
          "text",
          "confidence",
          "subjects",
          "citations",
          "question",
          "recommendation");

  @Test
  void everyKindOfReplyHasTheSameKeys() throws IOException {
    List<JsonNode> replies =
        chat(
            new InMemoryConversationStore(),
            "How are the questions on the AWS exam built?",
            "compare both on study time",
            "/recommend",
            "recommend I am a data scientist on SageMaker",
            "interview",
            "is AI-102 still available?",
            "help",
            "hello",
            "who won the world cup");

    assertThat(replies)
        .allSatisfy(reply -> assertThat(reply.propertyNames()).containsExactlyElementsOf(KEYS));
    assertThat(replies.stream().map(reply -> reply.get("kind").asString()))
        .contains(
            "answer",
            "comparison",
            "recommendation",
            "interview",
            "status",
            "help",
            "smalltalk",
            "unknown");
  }

  @Test
  void theSlashCommandOfSlackWorksHereToo() throws IOException {
    List<JsonNode> replies =
        chat(
            new InMemoryConversationStore(),
            "/advisor",
            "/advisor help",
            "/Advisor ask How are the questions on the AWS exam built?",
            "/advisor recommend I am a data scientist on SageMaker",
            "recommend I am a data scientist on SageMaker");

    assertThat(replies.stream().map(reply -> reply.get("kind").asString()))
        .containsExactly("help", "help", "answer", "recommendation", "recommendation");
    assertThat(replies.get(3).get("text")).isEqualTo(replies.get(4).get("text"));
  }

  @Test
  void anAnswerCitesExactWordsOfTheGuide() throws IOException {
    JsonNode reply =
        chat(new InMemoryConversationStore(), "How are the questions on the AWS exam built?")
            .getFirst();

    JsonNode citation = reply.get("citations").get(0);
    assertThat(citation.get("section").asString()).isEqualTo("exam-format");
    assertThat(COMPOSITION.pack().guide().passages().map(passage -> passage.text()))
        .contains(citation.get("quote").asString());
  }

  @Test
  void aRecommendationNamesWhatToSitAndWhatWouldChangeIt() throws IOException {
    JsonNode advice =
        chat(new InMemoryConversationStore(), "recommend I am a data scientist on SageMaker")
            .getFirst()
            .get("recommendation");

    assertThat(advice.get("direction").asString()).isEqualTo("aws-ml");
    assertThat(advice.get("sitToday").get("credential").asString()).isEqualTo("MLA-C02");
    assertThat(advice.get("sitToday").get("asOf").asString()).isEqualTo("2026-10-08");
    assertThat(advice.get("reasons").get(0).get("section").asString()).isNotEmpty();
    assertThat(advice.get("wouldChange").get(0).get("direction").asString()).isEqualTo("azure-ai");
  }

  @Test
  void whatIsTooCloseToCallComesWithDatesSourcesAndWhatWouldDecideIt() throws IOException {
    JsonNode reply = chat(new InMemoryConversationStore(), "recommend I hate maths").getFirst();

    assertThat(reply.get("recommendation").get("close").asBoolean()).isTrue();
    assertThat(reply.get("text").asString())
        .contains("AI-103", "AIP-C01")
        .contains("available since", "Source: ", "https://")
        .contains("AI-102", "2026-06-30 was the last exam day")
        .contains("MLS-C01", "2026-03-31 was the last exam day")
        .contains("What would decide it", "→ AWS, machine learning engineering");
  }

  @Test
  void whatIsSaidAfterAnAdviceCorrectsThatAdvice() throws IOException {
    List<JsonNode> replies =
        chat(
            new InMemoryConversationStore(),
            "recommend backend developer on azure, building apps",
            "we are moving to aws",
            "recommend backend developer on azure, building apps",
            "actually I use aws");

    assertThat(List.of(replies.get(1), replies.get(3)))
        .allSatisfy(reply -> {
          assertThat(reply.get("text").asString()).contains("from \"Microsoft Azure\" to \"AWS\"");
          assertThat(reply.at("/recommendation/line").asString()).isEqualTo("ai-application");
          assertThat(reply.at("/recommendation/sitToday/credential").asString())
              .isEqualTo("AIP-C01");
        });
  }

  @Test
  void aProductThatHasAnotherNameIsToldEvenWhereTheGuideHoldsNothing() throws IOException {
    JsonNode reply =
        chat(new InMemoryConversationStore(), "what happened to the bot framework sdk").getFirst();

    assertThat(reply.get("kind").asString()).isEqualTo("unknown");
    assertThat(reply.get("text").asString())
        .contains("Bot Framework SDK is withdrawn", "Copilot Studio", "2026-01-05");
  }

  @Test
  void eachUserHasAConversationOfTheirOwn() throws IOException {
    List<JsonNode> replies =
        chat(
            new InMemoryConversationStore(),
            "{\"user\":\"a\",\"text\":\"interview\"}",
            "{\"user\":\"b\",\"text\":\"back\"}",
            "{\"user\":\"a\",\"choose\":\"daily-work/apps\"}");

    assertThat(replies.get(1).get("question").isNull()).isTrue();
    assertThat(replies.get(2).get("question").get("asked").asInt()).isEqualTo(2);
  }

  @Test
  void aLineThatCannotBeReadGivesAnErrorAndTheNextOneIsAnswered() throws IOException {
    List<JsonNode> replies =
        chat(new InMemoryConversationStore(), "{\"user\":", "{\"choose\":\"x\"}", "{}", "help");

    assertThat(replies.get(0).get("error").asString()).startsWith("not JSON");
    assertThat(replies.get(1).get("error").asString()).contains("<question>/<choice>");
    assertThat(replies.get(2).get("error").asString()).contains("text");
    assertThat(replies.get(3).get("kind").asString()).isEqualTo("help");
  }

  @Test
  void anInterviewGoesOnWhereTheLastProcessLeftIt(@TempDir Path folder) throws IOException {
    String before;
    try (Database database = Database.embedded(folder)) {
      before =
          chat(kept(database), "interview", "3").getLast().get("question").get("id").asString();
    }

    try (Database database = Database.embedded(folder)) {
      JsonNode again = chat(kept(database), "why").getFirst();

      assertThat(again.get("question").get("id").asString()).isEqualTo(before);
      assertThat(again.get("question").get("asked").asInt()).isEqualTo(2);
    }
  }

  private static ConversationStore kept(Database database) {
    InstantSource clock = InstantSource.system();
    return new LedgerConversations(
        new JdbcLedger(database, clock), clock, () -> UUID.randomUUID().toString());
  }

  private static List<JsonNode> chat(ConversationStore store, String... lines) throws IOException {
    StringWriter out = new StringWriter();
    new Chat(
            COMPOSITION.advisor(),
            store,
            COMPOSITION.pack().manifest().introduction().matter(),
            COMPOSITION.wording())
        .inJson(
            new BufferedReader(new StringReader(String.join("\n", lines))), new PrintWriter(out));
    return out.toString().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
  }
}
