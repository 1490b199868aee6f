package dev.certadvisor.console;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.ConversationStore;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.decision.Choice;
import dev.certadvisor.decision.ChoiceId;
import dev.certadvisor.decision.QuestionId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to the advisor line by line: in words for people, or as JSON, one message a line in and one
 * reply a line out. What begins with {@code /advisor} is taken as Slack's slash command.
 */
public final class Chat {

  private static final String WORKSPACE = "terminal";
  private static final String DEFAULT_USER = "u1";
  private static final String PROMPT = "\n> ";

  /** What people type who know the advisor from Slack. */
  private static final Pattern COMMAND =
      Pattern.compile("/advisor\\b(.*)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private final Advisor advisor;
  private final ConversationStore store;
  private final String matter;
  private final Wording wording;
  private final ObjectMapper json = JsonMapper.shared();

  /**
   * @param advisor answers
   * @param store keeps each user's conversation
   * @param matter what the advisor knows about, in the plural
   * @param wording for what the terminal itself says
   */
  public Chat(Advisor advisor, ConversationStore store, String matter, Wording wording) {
    this.advisor = advisor;
    this.store = store;
    this.matter = matter;
    this.wording = wording;
  }

  /**
   * Talks in words until the input ends.
   *
   * @param prompted whether a person sits there, who wants a greeting and a prompt
   */
  public void inWords(BufferedReader in, PrintWriter out, boolean prompted) throws IOException {
    if (prompted) {
      out.println(wording.say("terminal.welcome", matter));
      out.print(PROMPT);
      out.flush();
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        out.println(PlainText.of(reply(said(DEFAULT_USER, line))));
      }
      if (prompted) {
        out.print(PROMPT);
      }
      out.flush();
    }
  }

  /**
   * Talks in JSON until the input ends: a line is either plain words or an object with {@code text}
   * or {@code choose}, and optionally {@code user}. Every line in gives one line out; one that
   * cannot be understood gives {@code {"error": …}}.
   */
  public void inJson(BufferedReader in, PrintWriter out) throws IOException {
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      out.println(json.writeValueAsString(jsonReply(line)));
      out.flush();
    }
  }

  private Object jsonReply(String line) {
    if (!line.strip().startsWith("{")) {
      return ReplyJson.of(DEFAULT_USER, reply(said(DEFAULT_USER, line)));
    }
    JsonNode message;
    try {
      message = json.readTree(line);
    } catch (JacksonException e) {
      return ReplyJson.error(DEFAULT_USER, "not JSON: " + e.getOriginalMessage());
    }
    String user = message.path("user").asString(DEFAULT_USER);
    if (message.path("choose").isString()) {
      String[] choice = message.path("choose").asString().split("/", -1);
      if (choice.length != 2 || choice[0].isBlank() || choice[1].isBlank()) {
        return ReplyJson.error(user, "\"choose\" has to be \"<question>/<choice>\"");
      }
      Act act = new Act.Choose(new Choice(new QuestionId(choice[0]), new ChoiceId(choice[1])));
      return ReplyJson.of(user, reply(new Incoming.Chose(where(user), person(user), act)));
    }
    if (message.path("text").isString()) {
      return ReplyJson.of(user, reply(said(user, message.path("text").asString())));
    }
    return ReplyJson.error(user, "expected \"text\" or \"choose\", each a string");
  }

  private Reply reply(Incoming incoming) {
    return store
        .update(incoming.conversation(), before -> advisor.respond(before, incoming))
        .reply();
  }

  private static Incoming said(String user, String text) {
    Matcher command = COMMAND.matcher(text.strip());
    return command.matches()
        ? new Incoming.Commanded(where(user), person(user), command.group(1))
        : new Incoming.Said(where(user), person(user), text);
  }

  private static ConversationId where(String user) {
    return new ConversationId.Private(person(user));
  }

  private static PersonId person(String user) {
    return new PersonId(WORKSPACE, user);
  }
}
