package dev.certadvisor;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tells what is wrong with where the app is to run, and what to do about it. */
@Command(
    name = "doctor",
    description = {
      "Says what is wrong with settings, network, tokens, database or pack, and what to do.",
      "It looks at settings, network, clock, tokens, scopes, database, disk and pack. It changes"
          + " nothing and shows no secrets; the server may run meanwhile. Exit code 1 where something"
          + " is wrong."
    },
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the command's description");
    }
    TerminalLog.onlyTroubles();
    Doctor doctor = new Doctor(System.getenv(), Clock.systemUTC(), Doctor::spaceLeft);
    return tell(doctor.examine(), spec.commandLine().getOut());
  }

  /** Prints a line for each and gives the exit code. */
  static int tell(List<Finding> findings, PrintWriter out) {
    findings.forEach(out::println);
    return findings.stream().allMatch(Finding::fine) ? CertAdvisor.OK : CertAdvisor.FELL_SHORT;
  }
}
