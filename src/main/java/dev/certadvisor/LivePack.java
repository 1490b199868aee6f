package dev.certadvisor;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.HouseRules;
import dev.certadvisor.pack.Pack;
import dev.certadvisor.pack.PackFiles;
import dev.certadvisor.pack.PackReader;
import dev.certadvisor.pack.Problem;
import dev.certadvisor.search.ModelShelf;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pack in use, which follows its folder. What has changed there is read once nobody writes any
 * more, checked whole and put in use in one step, or refused whole. A message that is being
 * answered meanwhile is answered to the end by the pack that it began with.
 */
final class LivePack {

  private final Path folder;
  private final Function<Pack, Advisor> maker;
  private final InstantSource clock;
  private volatile Edition current;
  private volatile Optional<Refusal> refusal = Optional.empty();

  /** Of the look before the last, and of the one whose files were read last. */
  private List<String> seen;

  private List<String> examined;

  /**
   * A pack that is in use.
   *
   * @param name as {@link PackFiles#edition} gives it
   * @param since when it was put in use
   * @param advisor knows it
   */
  record Edition(String name, Instant since, Advisor advisor) {}

  /**
   * A pack that lies in the folder and is not used.
   *
   * @param name as {@link PackFiles#edition} gives it
   * @param faulty why not
   */
  record Refusal(String name, PackReader.Result.Faulty faulty) {

    /** Each as {@code file:line: message}; at least one. */
    List<String> mistakes() {
      return faulty.problems().stream().map(Object::toString).toList();
    }
  }

  /** What has come of a look. */
  sealed interface Outcome {

    /** Nothing new, or not yet whole. */
    record Nothing() implements Outcome {}

    /** Another pack is in use. */
    record Renewed(Edition edition) implements Outcome {}

    /** What lies in the folder has mistakes; the pack in use stays. */
    record Refused(Refusal refusal) implements Outcome {}

    /** After a refusal, the pack in use lies in the folder again. */
    record TakenBack() implements Outcome {}
  }

  /**
   * Reads a pack and puts it in use.
   *
   * @param folder the pack's folder
   * @param maker makes what answers from a pack; may take some seconds of work
   * @param clock tells the time
   * @throws UnusableException if the pack has a mistake, with a line for each
   */
  LivePack(Path folder, Function<Pack, Advisor> maker, InstantSource clock) {
    this.folder = folder;
    this.maker = maker;
    this.clock = clock;
    this.seen = PackFiles.look(folder);
    this.examined = seen;
    PackFiles files = PackFiles.in(folder);
    this.current =
        switch (PackReader.read(files)) {
          case PackReader.Result.Sound(Pack pack, int claims) -> edition(pack);
          case PackReader.Result.Faulty faulty ->
              throw new UnusableException(Composition.lines(folder, faulty));
        };
  }

  /**
   * The pack that the settings name.
   *
   * @param house what each workspace has settled
   * @param shelf keeps what is learnt from the pack for the next time
   * @throws UnusableException if the pack has a mistake, with a line for each
   */
  static LivePack of(Settings settings, HouseRules house, ModelShelf shelf) {
    Clock clock = Clock.system(ZoneId.systemDefault());
    return new LivePack(
        PackFolder.of(settings.pack()),
        pack -> Composition.of(pack, clock, settings.today(), shelf).advisor(house, taken -> {}),
        clock);
  }

  private Edition edition(Pack pack) {
    Advisor advisor = maker.apply(pack);
    return new Edition(pack.edition(), clock.instant(), advisor);
  }

  /** Answers each message by the pack that is in use when it comes. */
  Advisor advisor() {
    return (before, incoming) -> current.advisor().respond(before, incoming);
  }

  /** The pack in use. */
  Edition current() {
    return current;
  }

  /** What lies in the folder in its stead, where that cannot be used. */
  Optional<Refusal> refusal() {
    return refusal;
  }

  /** The pack's folder. */
  Path folder() {
    return folder;
  }

  /**
   * Looks at the folder; to be called regularly, by one thread. What has changed is read only when
   * the next look finds it as it was at the last: a pack is several files, and they are not written
   * at once. What cannot be learnt is refused like what has a mistake.
   */
  Outcome look() {
    List<String> now = PackFiles.look(folder);
    boolean settled = now.equals(seen);
    seen = now;
    if (!settled || now.equals(examined)) {
      return new Outcome.Nothing();
    }
    PackFiles files = PackFiles.in(folder);
    if (!PackFiles.look(folder).equals(now)) {
      return new Outcome.Nothing();
    }
    examined = now;
    return examine(files);
  }

  private Outcome examine(PackFiles files) {
    if (files.edition().equals(current.name())) {
      boolean wasRefused = refusal.isPresent();
      refusal = Optional.empty();
      return wasRefused ? new Outcome.TakenBack() : new Outcome.Nothing();
    }
    return switch (PackReader.read(files)) {
      case PackReader.Result.Sound(Pack pack, int claims) -> {
        try {
          Edition next = edition(pack);
          current = next;
          refusal = Optional.empty();
          yield new Outcome.Renewed(next);
        } catch (UnusableException e) {
          yield refused(
              pack.edition(),
              new PackReader.Result.Faulty(
                  e.lines().stream()
                      .map(line -> new Problem(folder.toString(), 0, line))
                      .toList()));
        }
      }
      case PackReader.Result.Faulty faulty -> refused(files.edition(), faulty);
    };
  }

  private Outcome refused(String name, PackReader.Result.Faulty faulty) {
    Refusal refused = new Refusal(name, faulty);
    refusal = Optional.of(refused);
    return new Outcome.Refused(refused);
  }
}
