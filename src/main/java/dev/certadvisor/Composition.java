package dev.certadvisor;

import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.CatalogueWording;
import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.Expertise;
import dev.certadvisor.conversation.HouseRules;
import dev.certadvisor.conversation.Introduction;
import dev.certadvisor.conversation.PackAdvisor;
import dev.certadvisor.conversation.Subjects;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.Recommendation.SitToday;
import dev.certadvisor.decision.Sittings;
import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.MessageReader;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import dev.certadvisor.intent.Vocabulary.Named;
import dev.certadvisor.interview.Taken;
import dev.certadvisor.knowledge.Answerer;
import dev.certadvisor.knowledge.SubjectId;
import dev.certadvisor.pack.Manifest;
import dev.certadvisor.pack.Pack;
import dev.certadvisor.pack.PackReader;
import dev.certadvisor.pack.Problem;
import dev.certadvisor.search.LinearTraining;
import dev.certadvisor.search.ModelShelf;
import dev.certadvisor.search.OrdinaryWords;
import dev.certadvisor.search.RankedPassageIndex;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes an advisor of a content pack: the one place where the core's parts are put together. */
final class Composition {

  private static final int ASKED_OF_A_PASSAGE = 7;

  private final Pack pack;
  private final Wording wording;
  private final Clock clock;
  private final Supplier<LocalDate> today;
  private final ModelShelf shelf;

  private Composition(
      Pack pack, Wording wording, Clock clock, Supplier<LocalDate> today, ModelShelf shelf) {
    this.pack = pack;
    this.wording = wording;
    this.clock = clock;
    this.today = today;
    this.shelf = shelf;
  }

  /**
   * Reads a pack. What is learnt from it is kept beside the program.
   *
   * @param folder the pack's folder
   * @param today a day that stands in for today
   * @throws UnusableException if the pack has a mistake, with a line for each
   */
  static Composition of(Path folder, Optional<LocalDate> today) {
    return of(sound(folder), Clock.system(ZoneId.systemDefault()), today, Installation.shelf());
  }

  /**
   * With a pack that is read already.
   *
   * @param pack a sound pack
   * @param clock the time
   * @param today a day that stands in for today
   * @param shelf keeps what is made of the pack for the next start
   */
  static Composition of(Pack pack, Clock clock, Optional<LocalDate> today, ModelShelf shelf) {
    return new Composition(
        pack,
        Wording.load(),
        clock,
        () -> today.orElseGet(() -> LocalDate.now(clock)),
        shelf.ofPack(pack.edition()));
  }

  private static Pack sound(Path folder) {
    return switch (PackReader.read(folder)) {
      case PackReader.Result.Sound sound -> sound.pack();
      case PackReader.Result.Faulty faulty -> throw new UnusableException(lines(folder, faulty));
    };
  }

  /** Every mistake as {@code file:line: message}, and last that the pack is not used. */
  static List<String> lines(Path folder, PackReader.Result.Faulty faulty) {
    List<String> lines =
        new ArrayList<>(faulty.problems().stream().map(Problem::toString).toList());
    lines.add(
        "advisor: the content pack \"%s\" has %s and is not used"
            .formatted(folder, faulty.count()));
    return lines;
  }

  Pack pack() {
    return pack;
  }

  Wording wording() {
    return wording;
  }

  LocalDate today() {
    return today.get();
  }

  /** Which credentials can be sat, with a sentence on each. */
  Sittings sittings() {
    CatalogueWording words = new CatalogueWording(pack.catalogue(), wording);
    return (CredentialId credential, LocalDate day) ->
        pack.catalogue().find(credential).isPresent() && pack.catalogue().sittable(credential, day)
            ? Optional.of(
                new SitToday(
                    credential, words.sitToday(credential, day), pack.catalogue().asOf(credential)))
            : Optional.empty();
  }

  /** The advisor itself; where nothing is kept, training takes some seconds of work. */
  Advisor advisor() {
    return advisor(HouseRules.NONE, taken -> {});
  }

  /**
   * The advisor in workspaces that have rules of their own, watched.
   *
   * @param rules what each workspace has settled
   * @param watch is told of every transition of an interview
   */
  Advisor advisor(HouseRules rules, Consumer<Taken> watch) {
    CompletableFuture<MessageReader> reader = CompletableFuture.supplyAsync(this::reader);
    Manifest manifest = pack.manifest();
    Expertise expertise =
        new Expertise(
            manifest.id(),
            introduction(manifest),
            subjects(),
            new Expertise.Names(directionNames(manifest), manifest.lines(), manifest.platforms()),
            pack.guide(),
            new Answerer(
                pack.guide(),
                RankedPassageIndex.of(
                    pack.guide(),
                    pack.phrases().vocabulary().synonyms(),
                    pack.phrases().notForAGuide(),
                    shelf)),
            pack.catalogue(),
            sittings(),
            pack.framework(),
            reader.join(),
            new OrdinaryWords());
    return new PackAdvisor(
        expertise, subjectByDirection(manifest), wording, rules, clock, today, watch);
  }

  private static Introduction introduction(Manifest manifest) {
    Manifest.Introduction written = manifest.introduction();
    return new Introduction(
        manifest.about(),
        written.matter(),
        written.answers(),
        written.notice(),
        written.examples().ask(),
        written.examples().compare(),
        written.examples().fact(),
        written.examples().recommend(),
        written.suggestions().stream()
            .map(each -> new Effect.Suggestion(each.title(), each.message()))
            .toList());
  }

  /** Reads messages with the pack's words. */
  MessageReader reader() {
    return MessageReader.learn(
        pack.phrases().vocabulary().withCredentials(credentialNames(pack.catalogue())),
        examples(),
        new LinearTraining(shelf),
        new OrdinaryWords());
  }

  /**
   * The phrases and, as examples of what the guide is asked, a few example questions of each
   * passage about one subject. All of them would outweigh the other intents; those about both
   * subjects would be mistaken for comparisons.
   */
  private List<Example> examples() {
    Stream<Example> asked =
        pack.guide()
            .passages()
            .filter(passage -> passage.subjects().size() == 1)
            .flatMap(passage -> spread(passage.asked()))
            .map(question -> new Example(question, Intent.ASK.label()));
    return Stream.concat(pack.phrases().examples().stream(), asked).toList();
  }

  /** Some of them, from all over the list: authors put alike next to alike. */
  private static Stream<String> spread(List<String> asked) {
    int some = Math.min(ASKED_OF_A_PASSAGE, asked.size());
    return IntStream.range(0, some)
        .mapToObj(i -> asked.get((2 * i + 1) * asked.size() / (2 * some)));
  }

  private Subjects subjects() {
    Map<String, List<String>> names =
        pack.phrases().vocabulary().subjects().stream()
            .collect(Collectors.toMap(Named::id, Named::names));
    return new Subjects(
        pack.manifest().subjects().stream()
            .map(s ->
                new Subjects.Subject(
                    s.id(),
                    s.name(),
                    s.shortName(),
                    s.credential(),
                    names.getOrDefault(s.id().value(), List.of())))
            .toList());
  }

  private static Map<DirectionId, String> directionNames(Manifest manifest) {
    return manifest.directions().stream()
        .collect(Collectors.toMap(Manifest.Direction::id, Manifest.Direction::name));
  }

  private static Map<DirectionId, SubjectId> subjectByDirection(Manifest manifest) {
    return manifest.directions().stream()
        .collect(Collectors.toMap(Manifest.Direction::id, Manifest.Direction::subject));
  }

  private static List<Named> credentialNames(Catalogue catalogue) {
    return catalogue.credentials().stream()
        .map(credential -> {
          List<String> names = new ArrayList<>(credential.otherCodes());
          names.add(credential.name());
          names.addAll(credential.alsoCalled());
          return new Named(credential.id().code(), names);
        })
        .toList();
  }
}
