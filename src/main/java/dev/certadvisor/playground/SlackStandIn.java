package dev.certadvisor.playground;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Slack on this machine: a workspace with a few made-up people in it, which sends an app the same
 * signed requests that Slack sends and answers its Web API calls as Slack does, refusals, time
 * limits and retries included. The app cannot tell it from Slack.
 *
 * <p>People act through {@link #as}. Safe for use by several threads.
 */
public final class SlackStandIn implements AutoCloseable {

  private final StandInSettings settings;
  private final Later later;
  private final Workspace workspace;
  private final Journal journal;
  private final Mishaps mishaps;
  private final SocketLines sockets;
  private final Courier courier;
  private final Posting posting;
  private final Interactions interactions;
  private final ApiDoor apiDoor;
  private final Map<String, Member> members = new ConcurrentHashMap<>();
  private final Set<Runnable> onClose = ConcurrentHashMap.newKeySet();
  private final Queue<Gesture> gestures = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Optional<Runnable>> restart =
      new AtomicReference<>(Optional.empty());
  private volatile Temper temper = Temper.CALM;
  private volatile String furnishedUntil = "0";

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
    this.mishaps = new Mishaps(this::temper, random);
    Tickets tickets = new Tickets(clock, random);
    this.sockets = new SocketLines(settings.ackWithin(), journal, random, workspace::touched);
    Postman postman =
        switch (settings.transport()) {
          case StandInSettings.Transport.Http http ->
              new HttpPostman(http, settings.ackWithin(), clock, journal);
          case StandInSettings.Transport.Sockets anyToken -> sockets;
        };
    this.courier =
        new Courier(postman, settings.retries(), random, later, this::temper, workspace::touched);
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
            new ConversationMethods(workspace),
            sockets);
    this.apiDoor = new ApiDoor(api, responses, journal, mishaps);
  }

  /** Lets people have talked a little before anyone looks; the app is not told of it. */
  public void furnish() {
    for (String[] said : Roster.SAID_BEFORE) {
      posting.before(
          as(said[0]).person(),
          conversation(said[1]),
          RichText.wire(said[2], settings.manifest().name(), roster()));
    }
    furnishedUntil = workspace.nextTs();
  }

  /**
   * A person of the workspace, to act as them.
   *
   * @param idOrHandle such as {@code maya}
   * @throws IllegalArgumentException if there is nobody of that name
   */
  public Member as(String idOrHandle) {
    Person person =
        roster()
            .person(idOrHandle)
            .orElseThrow(() -> new IllegalArgumentException("nobody is called " + idOrHandle));
    return members.computeIfAbsent(
        person.id(), id -> new Member(this, person, posting, interactions));
  }

  /** The people there are. */
  public List<Person> people() {
    return roster().people();
  }

  /** The channels there are. */
  public List<Channel> channels() {
    return roster().channels();
  }

  /** Lets one more person in. */
  public void admit(Person person) {
    roster().admit(person);
  }

  /** Opens one more channel, with the app in it. */
  public void open(Channel channel) {
    workspace.open(channel);
  }

  /** Every message of every conversation, oldest first, ephemeral ones included. */
  public List<Message> messages() {
    return Stream.concat(
            channels().stream().map(Channel::id), people().stream().map(Person::directMessage))
        .flatMap(channel -> workspace.messages(channel).stream())
        .sorted(Comparator.comparing(Message::ts))
        .toList();
  }

  /** What the app has said so far, oldest first. */
  public List<Message> answers() {
    return messages().stream().filter(each -> each.user().equals(Workspace.BOT_USER)).toList();
  }

  /** All requests to the app and calls from it so far, in order. */
  public List<Exchange> exchanges() {
    return journal.exchanges();
  }

  /** The app's calls of a Web API method so far, in order; {@code response_url} for those. */
  public List<Exchange> calls(String method) {
    return exchanges().stream()
        .filter(each -> each.direction() == Exchange.Direction.FROM_APP)
        .filter(each -> each.name().equals(method))
        .toList();
  }

  /**
   * Waits for a message.
   *
   * @param what for the error's words
   * @throws AssertionError if there is none in time
   */
  public Message awaitMessage(String what, Predicate<Message> wanted) {
    return await(what, () -> messages().stream().filter(wanted).findFirst());
  }

  /** Waits until the app has said so much, and gives all of it, oldest first. */
  public List<Message> awaitAnswers(int count) {
    return await(
        count + " answers",
        () -> Optional.of(answers()).filter(answers -> answers.size() >= count));
  }

  /** Waits until so many of the app's calls of a Web API method were answered, and gives them. */
  public List<Exchange> awaitCalls(String method, int count) {
    return await(
        count + " calls of " + method,
        () ->
            Optional.of(calls(method).stream().filter(Exchange::isAnswered).toList())
                .filter(calls -> calls.size() >= count));
  }

  /** Waits until the app has answered every request that is under way. */
  public void awaitQuiet() {
    await("quiet", () -> courier.isIdle() ? Optional.of(true) : Optional.empty());
  }

  <T> T await(String what, Supplier<Optional<T>> look) {
    return workspace
        .await(Duration.ofSeconds(Workspace.PATIENCE_SECONDS), look)
        .orElseThrow(() ->
            new AssertionError(
                "waited %d s in vain for %s; there is: %s"
                    .formatted(
                        Workspace.PATIENCE_SECONDS,
                        what,
                        messages().stream().map(Message::inShort).toList())));
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

  /**
   * Lets one call of the app go wrong: the method's next one, or the one after those that were told
   * of before.
   *
   * @param method such as {@code chat.postMessage}; {@code response_url} for those
   */
  public void spoil(String method, Mishap mishap) {
    mishaps.tell(method, mishap);
  }

  /** Waits until the app holds exactly so many lines of Socket Mode open. */
  public void awaitLines(int count) {
    await(
        count + " lines, with " + sockets.count() + " at first",
        () -> sockets.count() == count ? Optional.of(count) : Optional.empty());
  }

  /**
   * Tells the app that its oldest line of Socket Mode will end, or all with {@code link_disabled}.
   *
   * @param reason {@code warning}, {@code refresh_requested}, {@code link_disabled} …
   */
  public void disconnect(String reason) {
    sockets.ask(reason);
  }

  /** Ends the app's oldest line of Socket Mode, unannounced. */
  public void dropLine() {
    sockets.drop();
  }

  /** Throws away all that was said and drawn; people and channels stay. */
  public void reset() {
    mishaps.forget();
    journal.clear();
    gestures.clear();
    workspace.clear();
  }

  /** What was said, commanded and pressed so far, as {@link #replay} takes it. */
  public JsonNode transcript() {
    return Transcript.of(this).write();
  }

  /**
   * Does the people's part of a transcript again, and compares what the app says.
   *
   * @param lines the list in what {@link #transcript} gives
   * @return where the app's part came out otherwise
   * @throws IllegalArgumentException naming the first line that is wrong, and what is
   */
  public List<Replay.Difference> replay(JsonNode lines) {
    return new Replay(this, Transcript.read(lines, roster())).play();
  }

  /** Says how the app is restarted, where that can be done from here. */
  public void onRestart(Runnable how) {
    restart.set(Optional.of(how));
  }

  /**
   * Restarts the app. What it sends and is sent meanwhile fares as at any restart.
   *
   * @throws IllegalArgumentException if it cannot be done from here
   */
  public void restart() {
    restart
        .get()
        .orElseThrow(() -> new IllegalArgumentException("the app cannot be restarted from here"))
        .run();
  }

  boolean canRestart() {
    return restart.get().isPresent();
  }

  /** Whether the app was told of a message, rather than it being there from the start. */
  boolean isTold(Message message) {
    return message.ts().compareTo(furnishedUntil) > 0;
  }

  void note(Gesture gesture) {
    gestures.add(gesture);
  }

  /** The commands and presses so far, oldest first. */
  List<Gesture> gestures() {
    return List.copyOf(gestures);
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

  Roster roster() {
    return workspace.roster();
  }

  SocketLines sockets() {
    return sockets;
  }

  Later later() {
    return later;
  }

  AutoCloseable listen(Consumer<Change> listener) {
    return workspace.listen(listener);
  }

  String conversation(String idOrName) {
    String id = roster().channel(idOrName).map(Channel::id).orElse(idOrName);
    if (!roster().isConversation(id)) {
      throw new IllegalArgumentException("no conversation is called " + idOrName);
    }
    return id;
  }
}
