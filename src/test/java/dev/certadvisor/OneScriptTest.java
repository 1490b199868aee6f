package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.HouseRules;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.playground.Member;
import dev.certadvisor.playground.Message;
import dev.certadvisor.playground.View;
import dev.certadvisor.testing.TestWorkspace;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * One script on every surface: the same question and the same interview have the same content,
 * whether typed in a terminal, mentioned, said, commanded, pressed in a window or begun from Home.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OneScriptTest {

  private static final String QUESTION = "How are the questions on the AWS exam built?";

  private final TestWorkspace workspace = new TestWorkspace();
  private final Path folder;
  private final Composition composition =
      Composition.of(Path.of("seeds"), Optional.of(LocalDate.of(2026, 11, 23)));
  private final Advisor advisor = composition.advisor(HouseRules.NONE, taken -> {});
  private Optional<ConfigurableApplicationContext> server = Optional.empty();
  private String channel = "general";

  /** What the terminal shows, sentence by sentence, is what every surface has to hold. */
  private List<String> quoted = List.of();

  private final List<String> questions = new ArrayList<>();
  private String advice = "";

  OneScriptTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeAll
  void start() {
    Map<String, String> environment = new HashMap<>(workspace.environment());
    environment.put("SERVER_PORT", "0");
    environment.put("ADVISOR_DATA", folder.toString());
    ConfigurableApplicationContext started =
        new SlackServer(Settings.from(environment), advisor, Optional.empty()).start();
    server = Optional.of(started);
    workspace.serves(started.getBean(ServerAddress.class).get());
    inTheTerminal();
  }

  @BeforeEach
  void moveOn() {
    workspace.slack().reset();
    channel = workspace.newChannel();
  }

  @AfterAll
  void stop() {
    server.ifPresent(ConfigurableApplicationContext::close);
    workspace.close();
  }

  private void inTheTerminal() {
    PersonId person = new PersonId("-", "-");
    ConversationId here = new ConversationId.Private(person);
    Reply answer =
        advisor.respond(Conversation.NEW, new Incoming.Said(here, person, QUESTION)).reply();
    quoted = answer.citations().stream().map(citation -> citation.quote()).toList();
    Transition turn =
        advisor.respond(Conversation.NEW, new Incoming.Said(here, person, "interview"));
    while (turn.reply().prompt().isPresent()) {
      questions.add(turn.reply().prompt().get().text());
      turn = advisor.respond(turn.next(), new Incoming.Said(here, person, "1"));
    }
    advice = turn.reply().recommendation().orElseThrow().direction().orElseThrow().value();
    assertThat(quoted).isNotEmpty();
    assertThat(questions).hasSizeGreaterThan(1);
    assertThat(advice).isNotBlank();
  }

  @Test
  void mentioned() {
    Member maya = workspace.as("maya");
    holdsTheQuotes(maya.awaitReply(maya.say(channel, "@Cert Advisor " + QUESTION)));

    Message where = maya.awaitReply(maya.say(channel, "@Cert Advisor interview"));
    assertThat(where.text()).contains("Interviews are just between you and me");
    maya.press(where, "Interview me");
    pressThrough(maya);
  }

  @Test
  void saidDirectly() {
    Member tomas = workspace.as("tomas");
    holdsTheQuotes(tomas.awaitReply(tomas.sayDirectly(QUESTION)));

    Message prompt = tomas.awaitReply(tomas.sayDirectly("interview"));
    for (String question : questions) {
      assertThat(prompt.text()).contains(question);
      prompt = tomas.awaitReply(tomas.sayDirectly("1"));
    }
    assertThat(prompt.text()).contains("My advice");
  }

  @Test
  void commanded() {
    Member aisha = workspace.as("aisha");
    aisha.command(channel, "/advisor ask " + QUESTION);
    holdsTheQuotes(aisha.awaitEphemeral());

    aisha.command(channel, "/advisor interview");
    pressThrough(aisha);
  }

  @Test
  void inAWindow() {
    Member kenji = workspace.as("kenji");
    Message said = workspace.as("maya").say(channel, QUESTION);
    kenji.shortcut("ask_about", said);
    View answer = kenji.awaitModal(view -> holds(view, "From the guide"));
    assertThat(quoted).allSatisfy(quote -> assertThat(words(answer.blocks())).contains(quote));
    kenji.closeModal(true);

    kenji.shortcut("interview");
    answerInWindow(kenji);
  }

  @Test
  void begunFromHome() {
    Member maya = workspace.as("maya");
    maya.sayDirectly("forget me");
    maya.openHome();
    View home = maya.awaitHome(view -> true);
    maya.press(home, holds(home, "Interview me") ? "Interview me" : "Start over");
    answerInWindow(maya);
    maya.awaitHome(view -> holds(view, "Your advice is ready"));
  }

  private void answerInWindow(Member member) {
    for (String question : questions) {
      View prompt = member.awaitModal(view -> holds(view, question));
      member.press(prompt, "act:0");
    }
    member.awaitModal(view -> holds(view, "My advice"));
  }

  /** Presses the first choice of each question, as they come to the person alone. */
  private void pressThrough(Member member) {
    for (String question : questions) {
      Message prompt = awaitFor(member, question);
      member.press(prompt, "act:0");
    }
    awaitFor(member, "My advice");
  }

  private Message awaitFor(Member member, String words) {
    return workspace
        .slack()
        .awaitMessage(
            words,
            message ->
                message.onlyFor().filter(member.person().id()::equals).isPresent()
                    && message.text().contains(words));
  }

  private void holdsTheQuotes(Message answer) {
    assertThat(quoted).allSatisfy(quote -> assertThat(words(answer.blocks())).contains(quote));
  }

  private static boolean holds(View view, String words) {
    return words(view.blocks()).contains(words);
  }

  /** All that can be read, in order; emphasis parts a sentence into several texts. */
  private static String words(JsonNode blocks) {
    return blocks.findValues("text").stream()
        .map(text -> text.isObject() ? text.path("text") : text)
        .map(text -> text.asString(""))
        .collect(Collectors.joining());
  }
}
