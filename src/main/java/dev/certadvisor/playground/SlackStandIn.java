package dev.certadvisor.playground;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Slack on this machine: a workspace with a few made-up people in it, which sends an app the same
 * signed requests that Slack sends and answers its Web API calls as Slack does, refusals, time
 * limits and retries included. The app cannot tell it from Slack.
 *
 * <p>People are named by their id or handle ({@code maya}), channels by id or name ({@code
 * cloud-certs}); {@link #directMessage} names a person's conversation with the app. Safe for use by
 * several threads; nothing that a person does waits for the app.
 */
public final class SlackStandIn implements AutoCloseable {

  private final StandInSettings settings;
  private final Later later;
  private final Workspace workspace;
  private final Journal journal;
  private final Courier courier;
  private final Posting posting;
  private final Interactions interactions;
  private final ApiDoor apiDoor;
  private final java.util.Set<Runnable> onClose =
      java.util.concurrent.ConcurrentHashMap.newKeySet();
  private volatile Temper temper = Temper.CALM;

  /**
   * A workspace in which nothing has been said.
   *
   * @param settings how it and the app know each other
   * @param clock what time it is
   * @param random where ids and bad luck come from; a {@link java.security.SecureRandom} wherever
   *     others could reach it
   * @param later how work is done aside
   */
  public SlackStandIn(
      StandInSettings settings, InstantSource clock, RandomGenerator random, Later later) {
    this.settings = settings;
    this.later = later;
    this.workspace = new Workspace(clock);
    this.journal = new Journal(clock, workspace::tell);
    Tickets tickets = new Tickets(clock, random);
    this.courier =
        new Courier(settings, clock, random, later, journal, this::temper, workspace::touched);
    this.posting = new Posting(settings.manifest(), workspace, courier, clock, random);
    ViewMethods views = new ViewMethods(workspace, tickets, random);
    Responses responses = new Responses(workspace, tickets, posting);
    this.interactions = new Interactions(settings, workspace, tickets, courier, views, responses);
    WebApi api =
        new WebApi(
            settings,
            workspace,
            new ChatMethods(workspace, posting),
            views,
            new ConversationMethods(workspace));
    this.apiDoor = new ApiDoor(api, responses, journal, this::temper, random);
  }

  /** Lets people have talked a little before anyone looks; the app is not told of it. */
  public void furnish() {
    for (String[] said : Cast.SAID_BEFORE) {
      posting.before(
          person(said[0]),
          conversation(said[1]),
          RichText.wire(said[2], settings.manifest().name()));
    }
  }

  /** The people there are. */
  public List<Person> people() {
    return Cast.PEOPLE;
  }

  /** The channels there are. */
  public List<Channel> channels() {
    return Cast.CHANNELS;
  }

  /** The id of a person's conversation with the app. */
  public String directMessage(String person) {
    return person(person).directMessage();
  }

  /**
   * Someone says something in a channel or in direct messages.
   *
   * @param text as typed: {@code @name} mentions, everything else is escaped
   * @return the message as it stands there
   */
  public Message say(String person, String channel, String text) {
    return say(person, channel, Optional.empty(), text);
  }

  /** Someone answers in a message's thread. */
  public Message reply(String person, Message to, String text) {
    return say(person, to.channel(), Optional.of(to.thread()), text);
  }

  Message say(String person, String channel, Optional<String> thread, String text) {
    String wire = RichText.wire(text, settings.manifest().name());
    return posting.fromPerson(person(person), conversation(channel), thread, wire);
  }

  /**
   * Someone calls a slash command of the manifest, or Slack's own {@code /invite}.
   *
   * @param command with its slash
   * @param text what follows it
   */
  public void command(String person, String channel, String command, String text) {
    Person who = person(person);
    String where = conversation(channel);
    if (command.equals("/invite")) {
      workspace.join(where);
    } else if (settings.manifest().command(command).isEmpty()) {
      posting.fromSlackbot(who, where, command + " is not a valid command.");
    } else {
      interactions.command(who, where, command, text);
    }
  }

  /** Slack takes no commands in threads, and says so. */
  void refuseInThread(Person person, String channel, String command) {
    posting.fromSlackbot(
        person, conversation(channel), command + " is not supported in threads. Sorry!");
  }

  /**
   * Someone presses a button of a message.
   *
   * @param button its action id or its label
   * @throws IllegalArgumentException if the message has no such button
   */
  public void press(String person, Message message, String button) {
    Message now = current(message);
    Elements.Placed placed = element(now.blocks(), button);
    interactions.onMessage(person(person), now, placed, Json.object().path(""), Json.object());
  }

  /**
   * Someone chooses in a menu, radio group, overflow or feedback element of a message.
   *
   * @param actionId the element
   * @param value the option's value
   * @throws IllegalArgumentException if the message has no such element or option
   */
  public void choose(String person, Message message, String actionId, String value) {
    Message now = current(message);
    act(person(person), now, actionId, Json.tree(value), Json.object());
  }

  void act(Person person, Message message, String actionId, JsonNode choice, JsonNode choices) {
    interactions.onMessage(person, message, element(message.blocks(), actionId), choice, choices);
  }

  /** Someone uses an element of their Home or of their topmost modal. */
  void act(Person person, View view, String actionId, JsonNode choice, JsonNode choices) {
    interactions.onView(person, view, element(view.blocks(), actionId), choice, choices);
  }

  /** Someone presses a button in their App Home or topmost modal; by action id or label. */
  public void press(String person, View view, String button) {
    act(person(person), view, button, Json.object().path(""), Json.object());
  }

  /**
   * Someone submits their topmost modal.
   *
   * @param choices by block id, then action id: an option's value, or what was typed
   * @return by block id, why the app refused; empty where it took the modal
   * @throws IllegalStateException if no modal is open or the app did not answer
   */
  public Map<String, String> submit(String person, Map<String, Map<String, String>> choices) {
    View top = topModal(person).orElseThrow(() -> new IllegalStateException("no modal is open"));
    return switch (submit(person(person), top, Json.tree(choices)).join()) {
      case Interactions.Submitted.Taken taken -> Map.of();
      case Interactions.Submitted.Refused(Map<String, String> words) -> words;
      case Interactions.Submitted.Failed failed ->
          throw new IllegalStateException("the app did not take " + top.callbackId());
    };
  }

  CompletableFuture<Interactions.Submitted> submit(Person person, View view, JsonNode choices) {
    return interactions.submit(person, view, choices);
  }

  /** Someone closes their topmost modal, or all of them. */
  public void closeModal(String person, boolean all) {
    topModal(person).ifPresent(view -> interactions.close(person(person), view, all));
  }

  /** Someone calls a shortcut of the manifest, on a message where it is for messages. */
  public void shortcut(String person, String callbackId, Optional<Message> on) {
    AppManifest.Shortcut shortcut =
        settings.manifest().shortcuts().stream()
            .filter(known -> known.callbackId().equals(callbackId))
            .filter(known -> known.onMessage() == on.isPresent())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no shortcut " + callbackId));
    interactions.shortcut(person(person), shortcut, on);
  }

  /** Someone opens the app's Home. */
  public void openHome(String person) {
    opened(person(person), "home");
  }

  /** Someone opens their direct messages with the app. */
  public void openMessages(String person) {
    opened(person(person), "messages");
  }

  private void opened(Person person, String tab) {
    if (!settings.manifest().events().contains("app_home_opened")) {
      return;
    }
    ObjectNode event = Json.object().put("type", "app_home_opened").put("user", person.id());
    event.put("channel", person.directMessage()).put("tab", tab);
    event.put("event_ts", workspace.nextTs());
    workspace
        .home(person.id())
        .filter(view -> tab.equals("home"))
        .ifPresent(view -> event.set("view", Wire.view(view, Json.object())));
    posting.event(event);
  }

  /** Someone puts an emoji under a message, or takes it back. */
  public void react(String person, Message message, String emoji, boolean add) {
    posting.react(message, emoji, person(person).id(), add);
  }

  /**
   * Waits for the app's next word after a message: in its thread, or in the conversation.
   *
   * @throws AssertionError if there is none within 10 seconds
   */
  public Message awaitReply(Message to) {
    return awaitMessage(
        "a reply to " + to.text(),
        message ->
            message.channel().equals(to.channel())
                && message.ts().compareTo(to.ts()) > 0
                && message.user().equals(Workspace.BOT_USER)
                && (message.thread().equals(to.thread()) || !message.isReply()));
  }

  /**
   * Waits for a message.
   *
   * @param what for the error's words
   * @throws AssertionError if there is none within 10 seconds
   */
  public Message awaitMessage(String what, Predicate<Message> wanted) {
    return await(what, () -> allMessages().stream().filter(wanted).findFirst());
  }

  /** Waits for a person's Home to be as wanted. */
  public View awaitHome(String person, Predicate<View> wanted) {
    return await("a Home", () -> workspace.home(person(person).id()).filter(wanted));
  }

  /** Waits for a person's topmost modal to be as wanted. */
  public View awaitModal(String person, Predicate<View> wanted) {
    return await("a modal", () -> topModal(person).filter(wanted));
  }

  /** Waits until the app has answered every request that is under way. */
  public void awaitQuiet() {
    await("quiet", () -> courier.isIdle() ? Optional.of(true) : Optional.empty());
  }

  private <T> T await(String what, java.util.function.Supplier<Optional<T>> look) {
    return workspace
        .await(Duration.ofSeconds(10), look)
        .orElseThrow(() -> new AssertionError("waited 10 s in vain for " + what));
  }

  /** Every message of every conversation, oldest first, ephemeral ones included. */
  public List<Message> allMessages() {
    return java.util.stream.Stream.concat(
            Cast.CHANNELS.stream().map(Channel::id),
            Cast.PEOPLE.stream().map(Person::directMessage))
        .flatMap(channel -> workspace.messages(channel).stream())
        .sorted(java.util.Comparator.comparing(Message::ts))
        .toList();
  }

  /** All requests to the app and calls from it so far, in order. */
  public List<Exchange> exchanges() {
    return journal.exchanges();
  }

  /** How it behaves at present. */
  public Temper temper() {
    return temper;
  }

  /** Makes it behave otherwise from now on. */
  public void behave(Temper newTemper) {
    this.temper = newTemper;
    workspace.tell(new Change.Tempered(newTemper));
  }

  /** Throws away all that was said and drawn; people and channels stay. */
  public void reset() {
    journal.clear();
    workspace.clear();
  }

  /** Ends every live view of the workspace, so that a server can stop at once. */
  @Override
  public void close() {
    onClose.forEach(Runnable::run);
  }

  void onClose(Runnable end) {
    onClose.add(end);
  }

  void forgetOnClose(Runnable end) {
    onClose.remove(end);
  }

  ApiDoor apiDoor() {
    return apiDoor;
  }

  AppManifest manifest() {
    return settings.manifest();
  }

  Workspace workspace() {
    return workspace;
  }

  Later later() {
    return later;
  }

  AutoCloseable listen(Consumer<Change> listener) {
    return workspace.listen(listener);
  }

  Optional<View> topModal(String person) {
    List<View> open = workspace.modals(person(person).id());
    return open.isEmpty() ? Optional.empty() : Optional.of(open.getLast());
  }

  Person person(String idOrHandle) {
    return Cast.person(idOrHandle)
        .orElseThrow(() -> new IllegalArgumentException("nobody is called " + idOrHandle));
  }

  private static String conversation(String idOrName) {
    String id = Cast.channel(idOrName).map(Channel::id).orElse(idOrName);
    if (!Cast.isConversation(id)) {
      throw new IllegalArgumentException("no conversation is called " + idOrName);
    }
    return id;
  }

  private Message current(Message message) {
    return workspace
        .message(message.channel(), message.ts())
        .orElseThrow(() -> new IllegalArgumentException("the message is gone"));
  }

  private static Elements.Placed element(JsonNode blocks, String actionIdOrLabel) {
    return Elements.find(
            blocks,
            placed ->
                placed.actionId().equals(actionIdOrLabel)
                    || Json.text(placed.element().path("text"), "text").equals(actionIdOrLabel))
        .orElseThrow(() -> new IllegalArgumentException("nothing is called " + actionIdOrLabel));
  }
}
