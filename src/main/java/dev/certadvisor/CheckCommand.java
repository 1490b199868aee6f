package dev.certadvisor;

import dev.certadvisor.catalogue.Coverage;
import dev.certadvisor.decision.Audit;
import dev.certadvisor.decision.AuditReport;
import dev.certadvisor.pack.FrameworkPlaces;
import dev.certadvisor.pack.Pack;
import dev.certadvisor.pack.PackFiles;
import dev.certadvisor.pack.PackReader;
import dev.certadvisor.pack.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Every mistake of a pack and, where there is none, the proof of its framework. */
@Command(
    name = "check",
    description = {
      "Tells every mistake of a pack as file:line: message, then the proof of its decision framework.",
      "Exit code 1 where there is a mistake."
    },
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The pack's folder; ADVISOR_PACK or seeds if left out.")
  private @Nullable Path folder;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the command's description");
    }
    PrintWriter out = spec.commandLine().getOut();
    Settings settings = Settings.from(System.getenv());
    Path pack = folder == null ? PackFolder.of(settings.pack()) : folder;
    return check(PackFiles.in(pack), settings.today(), out);
  }

  /**
   * Tells what is wrong with a pack, and reports on one that can be read.
   *
   * @param files the pack
   * @param asOf a day that stands in for today
   * @param out takes the lines
   * @return the exit code
   */
  static int check(PackFiles files, Optional<LocalDate> asOf, PrintWriter out) {
    Clock clock = Clock.system(ZoneId.systemDefault());
    return switch (PackReader.check(files, asOf.orElseGet(() -> LocalDate.now(clock)))) {
      case PackReader.Result.Faulty faulty -> {
        tell(faulty.problems(), out);
        yield CertAdvisor.FELL_SHORT;
      }
      case PackReader.Result.Sound sound -> {
        Composition composition = Composition.of(sound.pack(), clock, asOf, Installation.shelf());
        AuditReport audit =
            new Audit(sound.pack().framework(), composition.sittings(), composition.today()).run();
        FrameworkPlaces places = FrameworkPlaces.of(files);
        tell(audit.faults().stream().map(places::problem).distinct().sorted().toList(), out);
        report(composition, sound.claimsCarried(), out);
        audit.lines().forEach(out::println);
        yield audit.isSound() ? CertAdvisor.OK : CertAdvisor.FELL_SHORT;
      }
    };
  }

  private static void tell(List<Problem> problems, PrintWriter out) {
    problems.forEach(out::println);
    out.println(Problem.count(problems));
  }

  private static void report(Composition composition, int claimsCarried, PrintWriter out) {
    Pack pack = composition.pack();
    out.printf(
        "guide: %d sections, %d passages, %d example questions, %d of %d claims carried%n",
        pack.guide().sections().size(),
        pack.guide().passages().count(),
        pack.guide().passages().mapToInt(passage -> passage.asked().size()).sum(),
        claimsCarried,
        pack.manifest().claims());
    Coverage coverage = pack.catalogue().coverage(composition.today());
    out.printf(
        "catalogue: %d credentials, %d facts, %d of them last seen more than 90 days ago, %d to be checked again%n",
        coverage.credentials(), coverage.facts(), coverage.stale(), coverage.recheck());
    coverage.factsByConfidence().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> out.printf("  confidence %s: %d%n", entry.getKey(), entry.getValue()));
  }
}
