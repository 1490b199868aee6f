package dev.certadvisor;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Transition;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Packer;
import dev.certadvisor.delivery.Parcel;
import dev.certadvisor.slack.SlackEdge;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One page with every kind of reply, drawn by the local workspace's own files. */
final class Gallery {

  private static final List<String> SCRIPTS =
      List.of(
          "blocks",
          "dom",
          "elements",
          "emoji",
          "markdown",
          "mrkdwn",
          "popover",
          "richtext",
          "store");

  private static final List<String> STYLES = List.of("base", "messages", "blocks", "panels");
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final PersonId PERSON = new PersonId("T0LARKFIELD", "U0MAYA00001");
  private static final ConversationId TALK = new ConversationId.Private(PERSON);

  private final Advisor advisor;
  private final Packer packer;
  private final List<Map<String, Object>> pieces = new ArrayList<>();
  private Conversation conversation = Conversation.NEW;

  /** A gallery of one pack's replies. */
  Gallery(Composition composition) {
    advisor = composition.advisor(workspace -> Optional.of("C0HUMANS001"), taken -> {});
    packer = SlackEdge.packer(composition.wording());
  }

  /** The page, as HTML that needs nothing else. */
  String page() {
    answers();
    interview();
    forms();
    String replies = JSON.writeValueAsString(pieces).replace("<", "\\u003c");
    return resource("/gallery/page.html")
        .replace(
            "/*STYLES*/",
            STYLES.stream()
                .map(name -> resource("/playground/css/" + name + ".css"))
                .collect(Collectors.joining("\n")))
        .replace("/*IMPORTS*/", JSON.writeValueAsString(Map.of("imports", modules())))
        .replace("/*REPLIES*/", replies);
  }

  private void answers() {
    say("A greeting", "hello");
    say("Help", "help");
    say("An answer from the guide", "How are the questions on the AWS exam built?");
    say("A comparison", "compare both on cost");
    say("The status of a retired exam", "is AI-102 still available?");
    say("A fact", "how much is AIP-C01?");
    say("What the guide does not hold", "who won the world cup?");
    say("A section", "read career");
  }

  private void interview() {
    Reply reply = say("A question of the interview", "interview");
    press("Why it is asked", new Act.Do(Act.Move.WHY));
    say("An answer that fits no choice", "banana");
    while (reply.prompt().isPresent()) {
      Reply.Part.Prompt prompt = reply.prompt().get();
      boolean next =
          pieces.stream().anyMatch(piece -> "The second question".equals(piece.get("title")));
      reply = next ? quietly("1") : say("The second question", "1");
      if (prompt.asked() > 12) {
        throw new IllegalStateException("the interview does not end");
      }
    }
    press("The advice", new Act.Do(Act.Move.FINISH));
    press("The answers, for review", new Act.Do(Act.Move.REVIEW));
    home();
  }

  private void forms() {
    String question = "How are the questions on the AWS exam built?";
    press("Sharing an answer", new Act.ShareAnswer(question));
    press("Sharing the advice", new Act.ShareAdvice());
    press("Asking a person", new Act.AskPerson(question));
    press("Why it did not help", new Act.Rate(false, "exam-format"));
    press("Where it speaks", new Act.SetChannel());
    press("Where questions go", new Act.SetPeople());
    press("Erasing", new Act.Do(Act.Move.FORGET_ME));
    press("All that is held", new Act.Do(Act.Move.EXPORT));
  }

  private Reply say(String title, String words) {
    return show(title, new Incoming.Said(TALK, PERSON, words), direct());
  }

  private Reply quietly(String words) {
    Transition transition = advisor.respond(conversation, new Incoming.Said(TALK, PERSON, words));
    conversation = transition.next();
    return transition.reply();
  }

  private void press(String title, Act act) {
    show(title, new Incoming.Chose(TALK, PERSON, act), window());
  }

  private void home() {
    show(
        "The home page",
        new Incoming.OpenedHome(TALK, PERSON),
        new Address.Home(PERSON.workspace(), PERSON.user()));
  }

  private static Address direct() {
    return new Address.InChannel(PERSON.workspace(), "D0MAYA00001", Optional.empty());
  }

  private static Address window() {
    return new Address.NewWindow(PERSON.workspace(), PERSON.user(), "trigger", false);
  }

  private Reply show(String title, Incoming incoming, Address to) {
    Transition transition = advisor.respond(conversation, incoming);
    conversation = transition.next();
    Envelope envelope = new Envelope("gallery", incoming, to, Instant.EPOCH);
    packer.pack(envelope, transition).stream()
        .filter(parcel -> parcel.to().equals(to))
        .findFirst()
        .ifPresent(parcel -> pieces.add(piece(title, parcel)));
    return transition.reply();
  }

  private static Map<String, Object> piece(String title, Parcel parcel) {
    JsonNode payload = JSON.readTree(parcel.payload());
    JsonNode view = payload.path("view");
    Map<String, Object> piece = new LinkedHashMap<>();
    piece.put("title", title);
    piece.put("text", payload.path("text").asString(""));
    piece.put("blocks", view.isObject() ? view.path("blocks") : payload.path("blocks"));
    return piece;
  }

  /** The workspace's modules under bare names, since a page that is a file cannot load others. */
  private static Map<String, String> modules() {
    Map<String, String> modules = new LinkedHashMap<>();
    for (String name : SCRIPTS) {
      String source = resource("/playground/js/" + name + ".js").replace("from './", "from '");
      modules.put(
          name + ".js",
          "data:text/javascript;base64,"
              + Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.UTF_8)));
    }
    return modules;
  }

  private static String resource(String name) {
    try (InputStream in = Gallery.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
