package dev.certadvisor;

import dev.certadvisor.search.KeyWords;
import dev.certadvisor.store.Database;
import dev.certadvisor.store.Unheld;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the guide should hold, as people's questions tell. */
@Command(
    name = "unanswered",
    description = {
      "Lists what several people asked that the guide does not hold, without telling who.",
      "Different wordings of one question stand together, what most people asked comes first."
          + " PostgreSQL may be in use meanwhile; the embedded database has to be free, so stop the"
          + " server first."
    },
    mixinStandardHelpOptions = true)
final class UnansweredCommand implements Callable<Integer> {

  @Option(
      names = "--people",
      paramLabel = "N",
      defaultValue = "3",
      description =
          "Only what at least so many people asked, 2 or more; ${DEFAULT-VALUE} if left out.")
  private int people;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "90",
      description = "Only what was asked in so many days; ${DEFAULT-VALUE} if left out.")
  private int days;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the command's description");
    }
    if (people < Unheld.LEAST_PEOPLE || days < 1) {
      throw new ParameterException(
          spec.commandLine(),
          "--people has to be %d or more and --days 1 or more, so that no question points to a person"
              .formatted(Unheld.LEAST_PEOPLE));
    }
    TerminalLog.onlyTroubles();
    Instant since = Clock.systemUTC().instant().minus(Duration.ofDays(days));
    try (Database database = ServerConfiguration.openExisting(Settings.from(System.getenv()))) {
      tell(new Unheld(database).groups(new KeyWords(), people, since), spec.commandLine().getOut());
    }
    return CertAdvisor.OK;
  }

  /** Prints a line for each. */
  static void tell(List<Unheld.Group> groups, PrintWriter out) {
    if (groups.isEmpty()) {
      out.println("Nothing was asked by enough people that the guide does not hold.");
      return;
    }
    out.println("people  times  last        question");
    groups.forEach(group ->
        out.printf(
            "%6d  %5d  %s  %s%n", group.people(), group.times(), group.last(), group.question()));
  }
}
