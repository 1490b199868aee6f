package dev.certadvisor;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.HouseRules;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.decision.Frameworks;
import dev.certadvisor.interview.Taken;
import dev.certadvisor.pack.Pack;
import dev.certadvisor.pack.PackReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * The content packs that dialogs are played with: the shipped one, and what other teams, or a later
 * version, might make of its questions.
 */
final class DialogPacks {

  static final String SHIPPED = "shipped";

  private static final Map<String, Framework> FRAMEWORKS =
      Map.of(
          SHIPPED,
          Frameworks.shipped(),
          "three questions",
          Frameworks.only(Frameworks.shipped(), "daily-work", "work-cloud", "study"),
          "two questions",
          Frameworks.only(Frameworks.shipped(), "daily-work", "goal"),
          "one question",
          Frameworks.only(Frameworks.shipped(), "daily-work"),
          "version 2, time no longer asked",
          Frameworks.without("2", "time"),
          "version 2, work weighed anew",
          Frameworks.weighing("2", "daily-work", 150, 150, -150, -150, 0));

  private final Map<String, Advisor> advisors = new ConcurrentHashMap<>();
  private final Consumer<Taken> watch;
  private final DialogClock clock = new DialogClock();
  private final Pack shipped = sound(Path.of("seeds"));

  DialogPacks(Consumer<Taken> watch) {
    this.watch = watch;
  }

  /**
   * The pack in a folder.
   *
   * @throws IllegalStateException if it has mistakes, with all of them
   */
  static Pack sound(Path folder) {
    return switch (PackReader.read(folder)) {
      case PackReader.Result.Sound sound -> sound.pack();
      case PackReader.Result.Faulty faulty ->
          throw new IllegalStateException(faulty.problems().toString());
    };
  }

  DialogClock clock() {
    return clock;
  }

  /** The advisor with a pack. */
  Advisor advisor(String name) {
    return advisors.computeIfAbsent(
        name, wanted -> composed(wanted).advisor(HouseRules.NONE, watch));
  }

  private Composition composed(String name) {
    Framework framework = FRAMEWORKS.get(name);
    if (framework == null) {
      throw new IllegalArgumentException("no pack \"" + name + "\" of " + FRAMEWORKS.keySet());
    }
    Pack pack =
        new Pack(
            shipped.edition(),
            shipped.manifest(),
            shipped.guide(),
            shipped.catalogue(),
            framework,
            shipped.phrases());
    return Composition.of(pack, clock, Optional.empty(), Installation.shelf());
  }
}
