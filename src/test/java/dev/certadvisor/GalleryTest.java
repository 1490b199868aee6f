package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.playground.BlockRules;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page on which every kind of reply can be looked at. */
class GalleryTest {

  private static final Pattern REPLIES = Pattern.compile("(?s)id=\"replies\">(.*?)</script>");

  @Test
  void everyKindOfReplyIsOnThePageAsSlackTakesItAndSaysItselfInWords() {
    Composition composition =
        Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23)));

    String page = new Gallery(composition).page();

    Matcher found = REPLIES.matcher(page);
    assertThat(found.find()).isTrue();
    JsonNode replies = JsonMapper.shared().readTree(found.group(1));
    assertThat(replies.size()).isGreaterThan(20);
    for (JsonNode reply : replies) {
      ObjectView view = new ObjectView(reply);
      assertThat(BlockRules.view(view.asModal())).as(view.title()).isEmpty();
      assertThat(view.title().equals("The home page") || !view.text().isBlank()).isTrue();
    }
    assertThat(page).doesNotContain("src=\"http", "/*REPLIES*/", "/*IMPORTS*/", "/*STYLES*/");
  }

  /** A reply of the page, judged as the strictest of Slack's surfaces would. */
  private record ObjectView(JsonNode reply) {

    String title() {
      return reply.path("title").asString("");
    }

    String text() {
      return reply.path("text").asString("");
    }

    JsonNode asModal() {
      return JsonMapper.shared()
          .valueToTree(
              Map.of(
                  "type", "modal",
                  "title", Map.of("type", "plain_text", "text", "Gallery"),
                  "submit", Map.of("type", "plain_text", "text", "Send"),
                  "blocks", reply.path("blocks")));
    }
  }
}
