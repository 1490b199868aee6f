package dev.certadvisor.slack;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Circumstances;
import dev.certadvisor.delivery.Circumstances.Pressed;
import dev.certadvisor.delivery.Envelope;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Turns buttons, forms and shortcuts into envelopes. They are read from the payload itself
 * ("Interaction payloads", docs.slack.dev/interactivity), as {@link LeanPayload} leaves it.
 */
final class InteractionReader {

  /** The longest text of somebody's message that a shortcut asks about. */
  private static final int MOST_ASKED = 500;

  private final InstantSource clock;

  /** A reader that stamps envelopes by this clock. */
  InteractionReader(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A click on one of our buttons. What is personal, an interview above all, belongs to the
   * person's private talk wherever it is pressed, and its answer is for that person's eyes.
   */
  Envelope click(JsonObject payload, Act act) {
    Clicked clicked = new Clicked(payload);
    boolean personal = isPersonal(act);
    ConversationId conversation =
        personal ? new ConversationId.Private(clicked.person()) : clicked.conversation();
    return new Envelope(
        clickId(payload),
        new Incoming.Chose(conversation, clicked.person(), act),
        personal ? clicked.presser() : clicked.place(),
        clock.instant(),
        new Circumstances(
            Json.text(payload, "trigger_id"),
            pressed(payload, clicked),
            clicked.message().map(message -> Ticket.of(message, clicked.person())),
            Map.of()));
  }

  private static boolean isPersonal(Act act) {
    return switch (act) {
      case Act.Answer answer -> true;
      case Act.Choose choose -> true;
      case Act.Change change -> true;
      case Act.Do move -> true;
      case Act.ShareAnswer share -> true;
      case Act.ShareAdvice share -> true;
      case Act.AskPerson ask -> true;
      case Act.SetChannel set -> true;
      case Act.SetPeople set -> true;
      case Act.Submit submit -> true;
      case Act.Say say -> false;
      case Act.Read read -> false;
      case Act.Rate rate -> false;
    };
  }

  /** What others see too keeps its buttons for them. */
  private static Optional<Pressed> pressed(JsonObject payload, Clicked clicked) {
    return clicked
        .message()
        .filter(message -> Clicked.isDirect(message.channel()))
        .flatMap(message ->
            Json.object(payload, LeanPayload.MESSAGE)
                .map(
                    shown -> new Pressed(message, Json.write(shown), clicked.button().orElse(""))));
  }

  /**
   * The id of a click. One that is delivered again has the same; so has a second click on the same
   * button within a moment, and at any time where a click is to count once. Ids are kept for days,
   * so the person is not to be read there.
   */
  String clickId(JsonObject payload) {
    Clicked clicked = new Clicked(payload);
    String click = clicked.button().orElse("") + clicked.moment();
    return "click:"
        + clicked.person().workspace()
        + "/"
        + Ticket.hash(clicked.person().user() + "/" + clicked.whereExactly() + "/" + click);
  }

  /** Where the button is, but seen by whoever pressed it alone. */
  Address clickedBy(JsonObject payload) {
    return new Clicked(payload).presser();
  }

  /** A form that was handed in; empty where this version does not know it. */
  Optional<Envelope> submission(JsonObject payload) {
    PersonId person = Clicked.person(payload);
    Optional<JsonObject> view = Json.object(payload, LeanPayload.VIEW);
    return view.flatMap(shown -> Json.text(shown, "private_metadata"))
        .flatMap(memo -> WindowMemo.read(memo, person.workspace(), person.user()))
        .map(memo ->
            new Envelope(
                "form:" + person.workspace() + "/" + viewId(view.orElseThrow()),
                new Incoming.Chose(
                    new ConversationId.Private(person),
                    person,
                    new Act.Submit(memo.sheet(), memo.about(), values(view.orElseThrow()))),
                memo.origin(),
                clock.instant(),
                new Circumstances(
                    Optional.empty(), Optional.empty(), memo.ticket(), returns(payload))));
  }

  private static String viewId(JsonObject view) {
    return Json.text(view, "id").orElse("") + "/" + Json.text(view, "hash").orElse("");
  }

  /** What was filled in, by block; each of our inputs has a block of its own. */
  private static Map<String, String> values(JsonObject view) {
    Map<String, String> values = new HashMap<>();
    Json.object(view, "state")
        .flatMap(state -> Json.object(state, "values"))
        .ifPresent(blocks -> {
          for (Map.Entry<String, JsonElement> block : blocks.entrySet()) {
            Json.object(blocks, block.getKey())
                .flatMap(input -> Json.object(input, Inputs.ACTION))
                .flatMap(InteractionReader::value)
                .ifPresent(value -> values.put(block.getKey(), value));
          }
        });
    return values;
  }

  private static Optional<String> value(JsonObject input) {
    return Json.text(input, "value")
        .or(() -> Json.text(input, "selected_conversation"))
        .or(() ->
            Json.object(input, "selected_option").flatMap(option -> Json.text(option, "value")))
        .map(text -> MessageText.visible(text));
  }

  private static Map<String, String> returns(JsonObject payload) {
    Map<String, String> returns = new HashMap<>();
    for (JsonElement element : Json.list(payload, "response_urls")) {
      if (element.isJsonObject()) {
        JsonObject address = element.getAsJsonObject();
        Optional<String> url = Json.text(address, "response_url");
        Json.text(address, "channel_id")
            .ifPresent(channel -> url.ifPresent(known -> returns.put(channel, known)));
      }
    }
    return returns;
  }

  /** The shortcut that opens the interview. */
  Envelope interview(JsonObject payload) {
    return window(payload, new Act.Do(Act.Move.START_INTERVIEW));
  }

  /** The shortcut that asks about a message; empty where the message has no words. */
  Optional<Envelope> askAbout(JsonObject payload) {
    return Json.object(payload, LeanPayload.MESSAGE)
        .flatMap(message -> Json.text(message, "text"))
        .map(MessageText::plain)
        .filter(text -> !text.isBlank())
        .map(text -> window(payload, new Act.Say("ask " + Mrkdwn.cut(text, MOST_ASKED))));
  }

  private Envelope window(JsonObject payload, Act act) {
    PersonId person = Clicked.person(payload);
    String trigger = Json.text(payload, "trigger_id").orElse("");
    return new Envelope(
        "shortcut:" + person.workspace() + "/" + trigger,
        new Incoming.Chose(new ConversationId.Private(person), person, act),
        new Address.NewWindow(person.workspace(), person.user(), trigger, false),
        clock.instant(),
        new Circumstances(Optional.of(trigger), Optional.empty(), Optional.empty(), Map.of()));
  }
}
