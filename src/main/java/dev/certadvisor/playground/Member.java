package dev.certadvisor.playground;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one person of the workspace does and gets to see. Nothing that they do waits for the app;
 * what is called {@code await…} does, for at most {@value Workspace#PATIENCE_SECONDS} seconds.
 *
 * <p>Got from {@link SlackStandIn#as}. Channels are named by id or name ({@code cloud-certs}).
 */
public final class Member {

  private final SlackStandIn slack;
  private final Person person;
  private final Workspace workspace;
  private final Posting posting;
  private final Interactions interactions;

  /** What is newer than this is new to them: the time of what they did last. */
  private volatile String since;

  Member(SlackStandIn slack, Person person, Posting posting, Interactions interactions) {
    this.slack = slack;
    this.person = person;
    this.workspace = slack.workspace();
    this.posting = posting;
    this.interactions = interactions;
    this.since = "0";
  }

  /** Who they are. */
  public Person person() {
    return person;
  }

  /**
   * Says something in a channel.
   *
   * @param text as typed: {@code @name} mentions, everything else is escaped
   * @return the message as it stands there
   */
  public Message say(String channel, String text) {
    return say(channel, Optional.empty(), text);
  }

  /** Says something to the app in direct messages. */
  public Message sayDirectly(String text) {
    return say(person.directMessage(), Optional.empty(), text);
  }

  /** Answers in a message's thread. */
  public Message reply(Message to, String text) {
    return say(to.channel(), Optional.of(to.thread()), text);
  }

  Message say(String channel, Optional<String> thread, String text) {
    String wire = RichText.wire(text, slack.manifest().name(), workspace.roster());
    Message said = posting.fromPerson(person, slack.conversation(channel), thread, wire);
    since = said.ts();
    return said;
  }

  /**
   * Calls a slash command of the manifest, or Slack's own {@code /invite}.
   *
   * @param line the command and what follows it, such as {@code /advisor help}
   */
  public void command(String channel, String line) {
    String[] parts = line.split(" ", 2);
    command(channel, parts[0], parts.length > 1 ? parts[1] : "");
  }

  void command(String channel, String command, String text) {
    String where = slack.conversation(channel);
    since = workspace.nextTs();
    if (command.equals("/invite")) {
      workspace.join(where);
    } else if (slack.manifest().command(command).isEmpty()) {
      posting.fromSlackbot(person, where, command + " is not a valid command.");
    } else {
      String line = (command + " " + text).strip();
      slack.note(
          new Gesture(since, person, where, Optional.empty(), line, Json.object().path("none")));
      interactions.command(person, where, command, text);
    }
  }

  /** Slack takes no commands in threads, and says so. */
  void refuseInThread(String channel, String command) {
    String words = command + " is not supported in threads. Sorry!";
    posting.fromSlackbot(person, slack.conversation(channel), words);
  }

  /**
   * Presses a button of a message.
   *
   * @param button its action id or its label
   * @throws IllegalArgumentException if the message has no such button
   */
  public void press(Message message, String button) {
    act(message, button, Json.object().path(""), Json.object());
  }

  /** Presses a button in their App Home or topmost modal; by action id or label. */
  public void press(View view, String button) {
    act(view, button, Json.object().path(""), Json.object());
  }

  /**
   * Chooses in a menu, radio group, overflow or feedback element of a message.
   *
   * @param actionId the element
   * @param value the option's value
   * @throws IllegalArgumentException if the message has no such element or option
   */
  public void choose(Message message, String actionId, String value) {
    act(message, actionId, Json.tree(value), Json.object());
  }

  /** Chooses in an element of their App Home or topmost modal. */
  public void choose(View view, String actionId, String value) {
    act(view, actionId, Json.tree(value), Json.object());
  }

  void act(Message message, String element, JsonNode choice, JsonNode choices) {
    Message now =
        workspace
            .message(message.channel(), message.ts())
            .orElseThrow(() -> new IllegalArgumentException("the message is gone"));
    Elements.Placed placed = Elements.named(now.blocks(), element);
    since = workspace.nextTs();
    String words = placed.label().isEmpty() ? placed.actionId() : placed.label();
    boolean chose = !placed.type().endsWith("button") && !choice.asString("").isEmpty();
    slack.note(
        new Gesture(
            since,
            person,
            now.channel(),
            Optional.of(now),
            words,
            chose ? choice : Json.object().path("none")));
    interactions.onMessage(person, now, placed, choice, choices);
  }

  void act(View view, String element, JsonNode choice, JsonNode choices) {
    since = workspace.nextTs();
    interactions.onView(person, view, Elements.named(view.blocks(), element), choice, choices);
  }

  /**
   * Submits their topmost modal.
   *
   * @param choices by block id, then action id: an option's value, or what was typed
   * @return by block id, why the app refused; empty where it took the modal
   * @throws IllegalStateException if no modal is open or the app did not answer
   */
  public Map<String, String> submit(Map<String, Map<String, String>> choices) {
    View top = modal().orElseThrow(() -> new IllegalStateException("no modal is open"));
    return switch (submit(top, Json.tree(choices)).join()) {
      case Interactions.Submitted.Taken taken -> Map.of();
      case Interactions.Submitted.Refused(Map<String, String> words) -> words;
      case Interactions.Submitted.Failed failed ->
          throw new IllegalStateException("the app did not take " + top.callbackId());
    };
  }

  CompletableFuture<Interactions.Submitted> submit(View view, JsonNode choices) {
    since = workspace.nextTs();
    return interactions.submit(person, view, choices);
  }

  /** Closes their topmost modal, or all of them. */
  public void closeModal(boolean all) {
    modal().ifPresent(view -> interactions.close(person, view, all));
  }

  /** Calls a global shortcut of the manifest. */
  public void shortcut(String callbackId) {
    shortcut(callbackId, Optional.empty());
  }

  /** Calls a message shortcut of the manifest. */
  public void shortcut(String callbackId, Message on) {
    shortcut(callbackId, Optional.of(on));
  }

  void shortcut(String callbackId, Optional<Message> on) {
    AppManifest.Shortcut shortcut = slack.manifest().shortcut(callbackId, on.isPresent());
    since = workspace.nextTs();
    interactions.shortcut(person, shortcut, on);
  }

  /** Opens the app's Home. */
  public void openHome() {
    opened("home");
  }

  /** Opens their direct messages with the app. */
  public void openMessages() {
    opened("messages");
  }

  private void opened(String tab) {
    since = workspace.nextTs();
    if (slack.manifest().events().contains("app_home_opened")) {
      ObjectNode event = Json.object().put("type", "app_home_opened").put("user", person.id());
      event.put("channel", person.directMessage()).put("tab", tab);
      event.put("event_ts", since);
      home()
          .filter(view -> tab.equals("home"))
          .ifPresent(view -> event.set("view", Wire.view(view, Json.object())));
      posting.event(event);
    }
  }

  /** Puts an emoji under a message, or takes it back. */
  public void react(Message message, String emoji, boolean add) {
    posting.react(message, emoji, person.id(), add);
  }

  /** Their App Home, once the app has drawn it. */
  public Optional<View> home() {
    return workspace.home(person.id());
  }

  /** The topmost of their open modals. */
  public Optional<View> modal() {
    return workspace.modals(person.id()).stream().reduce((lower, upper) -> upper);
  }

  /** Whether they can see a message: it is in a channel or their own, and for them or for all. */
  public boolean sees(Message message) {
    return (!message.channel().startsWith("D") || message.channel().equals(person.directMessage()))
        && message.onlyFor().map(person.id()::equals).orElse(true);
  }

  /**
   * Waits for the app's next word in a message's thread.
   *
   * @throws AssertionError if there is none in time
   */
  public Message awaitReply(Message to) {
    return slack.awaitMessage(
        "a reply to " + to.text(),
        each ->
            isNews(each, to.ts())
                && each.channel().equals(to.channel())
                && (each.thread().equals(to.thread()) || !each.isReply()));
  }

  /**
   * Waits for the app's next word that they can see, wherever it is, since what they did last.
   *
   * @throws AssertionError if there is none in time
   */
  public Message awaitAnswer() {
    return slack.awaitMessage("an answer to " + person.handle(), each -> isNews(each, since));
  }

  /** Waits for a message that they alone can see, since what they did last. */
  public Message awaitEphemeral() {
    return slack.awaitMessage(
        "an ephemeral message for " + person.handle(),
        each -> isNews(each, since) && each.onlyFor().isPresent());
  }

  private boolean isNews(Message message, String after) {
    return message.user().equals(Workspace.BOT_USER)
        && message.ts().compareTo(after) > 0
        && sees(message);
  }

  /** Waits for their App Home to be as wanted. */
  public View awaitHome(Predicate<View> wanted) {
    return slack.await("the Home of " + person.handle(), () -> home().filter(wanted));
  }

  /** Waits for their topmost modal to be as wanted. */
  public View awaitModal(Predicate<View> wanted) {
    return slack.await("a modal for " + person.handle(), () -> modal().filter(wanted));
  }
}
