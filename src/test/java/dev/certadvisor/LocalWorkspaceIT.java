package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.testing.BrowserPage;
import dev.certadvisor.testing.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** A person in a real browser, with the whole program behind the page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("InlineFormatString") // scripts for the page are read better apart
class LocalWorkspaceIT {

  private static final String FAULTS =
      """
      axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations
        .filter((each) => ['moderate', 'serious', 'critical'].includes(each.impact))
        .map((each) => each.id + ': ' + each.nodes.map((node) => node.target.join(' ')).join(', ')))
      """;

  /** Begins anew as someone, as if this browser had never been here. */
  private static final String BE_NEW =
      """
      import('/workspace/js/store.js').then(({ state }) => {
        window.old = true;
        localStorage.clear();
        localStorage.setItem('me', state.people.find((who) => who.handle === 'WHO').id);
        location.hash = '';
        setTimeout(() => location.reload());
      })
      """;

  private final Path folder;
  private Optional<Chromium> browser = Optional.empty();
  private Optional<ConfigurableApplicationContext> server = Optional.empty();
  private String axe = "";

  LocalWorkspaceIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void start() throws IOException {
    Optional<Path> program = Chromium.program();
    Assumptions.assumeTrue(program.isPresent(), "skipped: no Chromium here, see CHROMIUM");
    browser = program.map(Chromium::start);
    Settings settings =
        Settings.from(
            Map.of(
                "SERVER_PORT", "0",
                "ADVISOR_LIMIT_PERSON", "0",
                "ADVISOR_DATA", folder.toString()));
    Composition composition = Composition.of(PackFolder.of(settings.pack()), settings.today());
    server =
        Optional.of(
            new SlackServer(
                    settings, composition.advisor(), Optional.of(Playground.withOwnManifest()))
                .start());
    try (InputStream in =
        LocalWorkspaceIT.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      axe = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @AfterAll
  void stop() {
    browser.ifPresent(Chromium::close);
    server.ifPresent(ConfigurableApplicationContext::close);
  }

  @Test
  void aNewcomerAsksIsAdvisedAndIsInterviewedByPressingThreeButtons() {
    try (BrowserPage page = open("maya", 1320, 840, false)) {
      page.press("Ask how AWS exam questions are built");
      page.awaitText("#thread .message", "From the guide");
      accessible(page);

      page.press("Say: data scientist on SageMaker");
      page.awaitText(".ephemeral", "Only visible to you");
      page.awaitText(".ephemeral", "MLA-C02");
      accessible(page);

      page.press("Start the interview");
      page.awaitText("#thread .message", "Question 1 of at most");
      accessible(page);
      assertThat(page.problems()).isEmpty();
    }
  }

  @Test
  void aThreadGoesOnWithAnotherQuestion() {
    try (BrowserPage page = open("tomas", 1320, 840, true)) {
      page.say("#composer", "@Cert Advisor how long is AI-103?");
      page.awaitText("#thread .message", "AI-103");

      page.say("#thread-composer", "@Cert Advisor and which is cheaper, AWS or Azure?");

      page.await("document.querySelectorAll('#thread .message .badge').length >= 2");
      assertThat(page.problems()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"aisha, 1320, 840", "kenji, 390, 844"})
  void whoTypesIsNotCutOffWhenSomethingChangesAroundThem(String person, int width, int height) {
    try (BrowserPage page = open(person, width, height, false)) {
      if (width < 700) {
        page.press("Conversations");
      }
      page.press("study-group");
      page.await("document.querySelector('#composer')?.placeholder === 'Message #study-group'");
      page.pressOn("#composer");
      page.type("how hard ");

      page.evaluate(
          "import('/workspace/js/store.js').then(({ state, tell }) => {"
              + " state.channels.find((each) => each.name === 'study-group').topic = 'Changed';"
              + " tell('channels'); })");
      page.awaitText("#conversation .topic", "Changed");
      page.type("is it?");

      assertThat(page.evaluate("document.querySelector('#composer').value").asString())
          .isEqualTo("how hard is it?");
    }
  }

  @ParameterizedTest
  @CsvSource({"aisha, 1320, 840", "kenji, 390, 844"})
  void anInterviewGoesBackAndForthToItsEndAndIsForgotten(String person, int width, int height) {
    try (BrowserPage page = open(person, width, height, false)) {
      if (width < 700) {
        page.press("Conversations");
      }
      page.pressOn(".sidebar .entry:has(img)");
      // until then the composer is that of the channel before
      page.await("document.querySelector('#composer')?.placeholder === 'Message Cert Advisor'");
      page.say("#composer", "interview me");
      if (width < 700) {
        page.pressOn(".summary");
      }
      page.press("2. ");
      page.awaitText("#thread .message", "Question 2");
      page.press("Back");
      page.awaitText("#thread .message:last-child", "Question 1");
      answerAll(page);
      page.awaitText("#thread .message:last-child", "My advice");
      accessible(page);
      page.press("My answers");
      page.press("Change: work");
      page.awaitText("#thread .message:last-child", "most of your working days");
      answerAll(page);
      page.awaitText("#thread .message:last-child", "My advice");
      accessible(page);

      page.pressOn(width < 700 ? "#thread .back" : "#thread .close");
      page.press("Home");
      page.press("Erase my data");
      page.awaitText("dialog", "This erases your interview");
      accessible(page);
      page.press("Yes, erase it");
      page.awaitText("dialog", "Nothing about you is kept");
      page.pressOn("dialog footer .button");
      assertThat(page.problems()).isEmpty();
    }
  }

  /** Presses the first choice of each question until the advice is there. */
  private static void answerAll(BrowserPage page) {
    for (int asked = 1; asked <= 10; asked++) {
      String last = "document.querySelector('#thread .message:last-child')";
      String before = page.evaluate(last + ".dataset.ts").asString();
      if (page.evaluate(last + ".innerText.includes('My advice')").asBoolean()) {
        return;
      }
      page.press("1. ");
      page.await(last + ".dataset.ts !== '" + before + "'");
    }
  }

  @ParameterizedTest
  @CsvSource({"aisha, 1320, 840, false", "kenji, 390, 844, true"})
  void whatSomeoneAskedAloneIsSharedThroughAModal(
      String person, int width, int height, boolean dark) {
    try (BrowserPage page = open(person, width, height, dark)) {
      page.say("#composer", "/advisor ask how long is the Azure exam?");
      page.awaitText(".ephemeral", "Only visible to you");
      page.press("Share in channel");
      page.awaitText("dialog", "Everyone in the channel will see this");
      accessible(page);

      page.pressOn("dialog footer .primary");

      page.awaitText("#log .message:not(.ephemeral)", "Shared by");
      accessible(page);
      assertThat(page.problems()).isEmpty();
    }
  }

  @Test
  void whatIsSharedFromDirectMessagesIsReadFirstAndGoesWhereOneChooses() {
    String menu = "document.querySelector('dialog select')";
    try (BrowserPage page = open("tomas", 1320, 600, false)) {
      page.pressOn(".sidebar .entry:has(img)");
      page.await("document.querySelector('#composer')?.placeholder === 'Message Cert Advisor'");
      page.say("#composer", "recommend I am a data scientist on SageMaker");
      page.awaitText("#thread .message:last-child", "My advice");
      page.press("Share in channel");
      page.awaitText("dialog", "Everyone in the channel will see this");

      assertThat(page.evaluate(menu + ".value").asString()).isEmpty();
      String body = "document.querySelector('dialog .dialog-body')";
      assertThat(page.evaluate(body + ".scrollHeight - " + body + ".clientHeight").asInt())
          .as("more than is in sight")
          .isPositive();
      assertThat(page.evaluate(body + ".scrollTop").asInt()).as("opened at its top").isZero();
      accessible(page);

      page.pressOn("dialog footer .primary");
      page.awaitText("dialog", "Please complete this required field.");

      page.evaluate(
          menu + ".value = 'C0GENERAL01'; " + menu + ".dispatchEvent(new Event('change'))");
      page.pressOn("dialog footer .primary");
      page.awaitText("#thread .message:last-child", "Everyone in the channel can read it now");
      page.press("general");
      page.awaitText("#log .message:last-child", "Shared by");
      assertThat(page.problems()).isEmpty();
    }
  }

  @Test
  void whatIsTypedAfterAnAnswerGoesToItsThread() {
    try (BrowserPage page = open("tomas", 1320, 840, false)) {
      page.pressOn(".sidebar .entry:has(img)");
      page.await("document.querySelector('#composer')?.placeholder === 'Message Cert Advisor'");
      page.say("#composer", "who are you?");
      page.awaitText("#thread .message:last-child", "Cert Advisor");

      page.type("how long is AI-103?");

      assertThat(page.evaluate("document.activeElement.id").asString())
          .isEqualTo("thread-composer");
      assertThat(page.evaluate("document.querySelector('#thread-composer').value").asString())
          .isEqualTo("how long is AI-103?");
    }
  }

  @Test
  void aMenuShowsNothingAsChosenThatItDoesNotOffer() {
    try (BrowserPage page = open("tomas", 1320, 840, false)) {
      page.say("#composer", "/advisor ask how long is the Azure exam?");
      page.awaitText(".ephemeral", "Only visible to you");
      page.press("Share in channel");
      page.awaitText("dialog", "Everyone in the channel will see this");

      page.evaluate(
          "import('/workspace/js/store.js').then(({ state, tell }) => {"
              + " state.modals.at(-1).blocks.at(-1).element.initial_conversation = 'C0ELSEWHERE';"
              + " tell('modals'); })");

      assertThat(page.evaluate("document.querySelector('dialog select').value").asString())
          .isEmpty();
      page.pressOn("dialog footer .primary");
      page.awaitText("dialog", "Please complete this required field.");
    }
  }

  @Test
  void aMessageTellsWhyItIsAsItIs() {
    try (BrowserPage page = open("tomas", 1320, 840, false)) {
      page.say("#composer", "@Cert Advisor how are the questions on the AWS exam built?");
      page.awaitText("#thread .message:last-child", "From the guide");
      page.pressOn("#thread .message:last-child .byline");
      page.pressOn("#thread .message:last-child [aria-label='More actions']");
      page.press("Why this reply?");

      page.awaitText(".why", "Understood as");
      page.awaitText(".why", "exam-format");
      accessible(page);
    }
  }

  @ParameterizedTest
  @CsvSource({"aisha, 1320, 840, true", "kenji, 390, 844, false"})
  void theInterviewIsHeldInAModalOpenedByAShortcut(
      String person, int width, int height, boolean dark) {
    try (BrowserPage page = open(person, width, height, dark)) {
      page.say("#composer", "/int");
      page.awaitText("dialog", "Question 1 of at most");
      accessible(page);

      page.press("2. ");

      page.awaitText("dialog", "Question 2 of at most");
      accessible(page);
      page.press("Back");
      page.awaitText("dialog", "Question 1 of at most");
      page.escape();
      page.await("!document.querySelector('dialog')");
      assertThat(page.problems()).isEmpty();
    }
  }

  @Test
  void nothingIsAskedOfAnyOtherOrigin() {
    try (BrowserPage page = open("maya", 1320, 840, false)) {
      page.press("Ask how AWS exam questions are built");
      page.awaitText("#thread .message", "From the guide");

      String foreign =
          "performance.getEntriesByType('resource').map((each) => new URL(each.name).origin)"
              + ".filter((origin) => origin !== location.origin)";
      assertThat(page.evaluate(foreign)).isEmpty();
      assertThat(page.evaluate("performance.getEntriesByType('resource').length").asInt())
          .isGreaterThan(20);
    }
  }

  @Test
  void whatPeopleTypeAndAreCalledIsNeverMarkup() {
    String hostile =
        "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";
    try (BrowserPage page = open("maya", 1320, 840, false)) {
      page.say("#composer", "@Cert Advisor " + hostile);
      page.awaitText("#log .message", "onerror=");
      page.awaitText("#thread .message, #log .message", "Cert Advisor");
      page.press("Behind the scenes");
      page.pressOn(".exchange.out");
      page.awaitText(".detail", "onerror=");

      assertThat(page.evaluate("document.title").asString()).isNotEqualTo("owned");
      assertThat(page.evaluate("document.querySelectorAll('img[src=\"x\"]').length").asInt())
          .isZero();
    }
  }

  @Test
  void whatWentOverTheWireCanBeSeen() {
    try (BrowserPage page = open("maya", 1320, 840, true)) {
      page.say("#composer", "/advisor help");
      page.awaitText(".ephemeral", "Only visible to you");
      page.press("Behind the scenes");
      page.awaitText(".exchange", "/advisor");
      page.pressOn(".exchange.out");
      page.awaitText(".detail", "Acknowledged after");
      accessible(page);
      page.press("Temper and transcript");
      page.awaitText(".temper", "Rate limit");
      accessible(page);
    }
  }

  @Test
  void aThousandMessagesAreShownAtOnce() {
    try (BrowserPage page = open("maya", 1320, 840, false)) {
      page.evaluate(
          """
          Promise.all([0, 1, 2, 3].map(async (lane) => {
            for (let i = lane; i < 1000; i += 4) {
              await fetch('/workspace/say', { method: 'POST', headers: { 'Content-Type': 'application/json' },
                body: JSON.stringify({ me: 'kenji', channel: 'general', text: 'message ' + i }) });
            }
          }))
          """);
      page.press("general");
      page.awaitText("#log .message:last-child", "message 99");

      double millis =
          page.evaluate(
                  """
                  (async () => {
                    const channels = document.querySelectorAll('.sidebar .entry');
                    channels[0].click();
                    const start = performance.now();
                    document.querySelectorAll('.sidebar .entry')[1].click();
                    await new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)));
                    return performance.now() - start;
                  })()
                  """)
              .asDouble();
      assertThat(millis).as("a switch to 1,000 messages, in ms").isLessThan(1000);
    }
  }

  private BrowserPage open(String person, int width, int height, boolean dark) {
    URI address = server.orElseThrow().getBean(ServerAddress.class).get();
    BrowserPage page = browser.orElseThrow().open(address, width, height, dark);
    page.await("document.querySelector('.intro')");
    page.evaluate(BE_NEW.replace("WHO", person));
    page.await("!window.old && document.querySelector('.welcome')");
    return page;
  }

  private void accessible(BrowserPage page) {
    page.evaluate(axe + ";0");
    assertThat(page.evaluate(FAULTS)).as("accessibility faults").isEmpty();
  }
}
