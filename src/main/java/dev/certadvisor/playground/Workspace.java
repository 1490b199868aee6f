package dev.certadvisor.playground;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/**
 * Everything that is in the workspace: conversations, messages, views, statuses. Safe for use by
 * several threads; listeners are called in the order of the changes.
 */
final class Workspace {

  static final String TEAM = "T0LARKFIELD";
  static final String DOMAIN = "larkfield";
  static final String TEAM_NAME = "Larkfield";
  static final String APP = "A0ADVISOR01";
  static final String BOT_USER = "U0ADVISOR01";
  static final String BOT = "B0ADVISOR01";
  static final String SLACKBOT = "USLACKBOT";

  /** How long someone waits for something to happen. */
  static final int PATIENCE_SECONDS = 20;

  private static final int KEPT_MESSAGES = 5000;

  private final InstantSource clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
  private final Map<String, TreeMap<String, Message>> messagesByChannel = new HashMap<>();
  private final Map<String, View> homeByPerson = new HashMap<>();
  private final Map<String, List<View>> modalsByPerson = new HashMap<>();
  private final Map<String, Busy> busyByThread = new HashMap<>();
  private final Map<String, JsonNode> promptsByChannel = new HashMap<>();
  private final Roster roster = new Roster();
  private long lastMicros;

  Workspace(InstantSource clock) {
    this.clock = clock;
  }

  /** Who and what is there. */
  Roster roster() {
    return roster;
  }

  /** What the app says it is doing, and since when. */
  record Busy(String channel, String thread, String status, Instant since) {}

  <T> T locked(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Calls a listener for every change from now on; closing the result ends it. */
  AutoCloseable listen(Consumer<Change> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void tell(Change change) {
    lock.lock();
    try {
      listeners.forEach(listener -> listener.accept(change));
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Wakes whoever waits, since something outside the workspace changed. */
  void touched() {
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until something is there, looking again after each change; empty when time is up. */
  <T> Optional<T> await(Duration patience, Supplier<Optional<T>> look) {
    lock.lock();
    try {
      long left = patience.toNanos();
      Optional<T> found = look.get();
      while (found.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
        found = look.get();
      }
      return found;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** A timestamp as Slack writes it: seconds and microseconds, unique and growing. */
  String nextTs() {
    return locked(() -> {
      Instant now = clock.instant();
      long micros =
          TimeUnit.SECONDS.toMicros(now.getEpochSecond())
              + TimeUnit.NANOSECONDS.toMicros(now.getNano());
      lastMicros = Math.max(lastMicros + 1, micros);
      return "%d.%06d".formatted(lastMicros / 1_000_000, lastMicros % 1_000_000);
    });
  }

  void put(Message message) {
    lock.lock();
    try {
      TreeMap<String, Message> messages =
          messagesByChannel.computeIfAbsent(message.channel(), channel -> new TreeMap<>());
      messages.put(message.ts(), message);
      if (messages.size() > KEPT_MESSAGES) {
        messages.pollFirstEntry();
      }
      tell(new Change.Put(message));
    } finally {
      lock.unlock();
    }
  }

  /** Changes a message; empty where there is none. */
  Optional<Message> change(String channel, String ts, UnaryOperator<Message> step) {
    return locked(() -> {
      Optional<Message> after = message(channel, ts).map(step);
      after.ifPresent(this::put);
      return after;
    });
  }

  Optional<Message> remove(String channel, String ts) {
    return locked(() -> {
      Optional<Message> gone =
          Optional.ofNullable(messagesByChannel.getOrDefault(channel, new TreeMap<>()))
              .map(messages -> messages.remove(ts));
      gone.ifPresent(message -> tell(new Change.Gone(message)));
      return gone;
    });
  }

  Optional<Message> message(String channel, String ts) {
    return locked(
        () -> Optional.ofNullable(messagesByChannel.get(channel)).map(known -> known.get(ts)));
  }

  /** All messages of a conversation, replies and ephemeral ones included, oldest first. */
  List<Message> messages(String channel) {
    return locked(() -> {
      TreeMap<String, Message> known = messagesByChannel.get(channel);
      return known == null ? List.of() : List.copyOf(known.values());
    });
  }

  void busy(String channel, String thread, String status) {
    lock.lock();
    try {
      String key = channel + thread;
      Busy before =
          status.isEmpty()
              ? busyByThread.remove(key)
              : busyByThread.put(key, new Busy(channel, thread, status, clock.instant()));
      if (before != null || !status.isEmpty()) {
        tell(new Change.Busy(channel, thread, status));
      }
    } finally {
      lock.unlock();
    }
  }

  List<Busy> busy() {
    return locked(() -> List.copyOf(busyByThread.values()));
  }

  void suggest(String channel, JsonNode prompts) {
    lock.lock();
    try {
      promptsByChannel.put(channel, prompts);
      tell(new Change.Suggested(channel, prompts));
    } finally {
      lock.unlock();
    }
  }

  Optional<JsonNode> prompts(String channel) {
    return locked(() -> Optional.ofNullable(promptsByChannel.get(channel)));
  }

  void home(View view) {
    lock.lock();
    try {
      homeByPerson.put(view.person(), view);
      tell(new Change.Home(view.person(), view));
    } finally {
      lock.unlock();
    }
  }

  Optional<View> home(String person) {
    return locked(() -> Optional.ofNullable(homeByPerson.get(person)));
  }

  /** A person's open modals, the topmost last. */
  List<View> modals(String person) {
    return locked(() -> List.copyOf(modalsByPerson.getOrDefault(person, List.of())));
  }

  void modals(String person, UnaryOperator<List<View>> step) {
    lock.lock();
    try {
      List<View> after = List.copyOf(step.apply(new ArrayList<>(modals(person))));
      modalsByPerson.put(person, after);
      tell(new Change.Modals(person, after));
    } finally {
      lock.unlock();
    }
  }

  /** Every view there is, of everyone. */
  List<View> views() {
    return locked(() -> {
      List<View> views = new ArrayList<>(homeByPerson.values());
      modalsByPerson.values().forEach(views::addAll);
      return views;
    });
  }

  void join(String channel) {
    lock.lock();
    try {
      roster.join(channel);
      tell(new Change.Joined(channel));
    } finally {
      lock.unlock();
    }
  }

  void open(Channel channel) {
    lock.lock();
    try {
      roster.open(channel);
      tell(new Change.Opened(channel));
    } finally {
      lock.unlock();
    }
  }

  /** Throws away what was said and drawn; people and channels stay. */
  void clear() {
    lock.lock();
    try {
      messagesByChannel.clear();
      homeByPerson.clear();
      modalsByPerson.clear();
      busyByThread.clear();
      promptsByChannel.clear();
      roster.leaveStudyGroup();
      tell(new Change.Cleared());
    } finally {
      lock.unlock();
    }
  }
}
