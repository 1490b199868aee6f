package dev.certadvisor;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * The main job: the Slack app or, without Slack credentials, the same app against the local
 * workspace.
 */
@Command(
    name = "start",
    description = {
      "Starts the Slack app.",
      "Without Slack credentials in the environment: the same app against a local workspace in the"
          + " browser, at http://localhost:3000, on loopback only."
    },
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives the command's description");
    }
    return start(spec.commandLine().getOut());
  }

  /**
   * Starts and runs until the process is told to stop.
   *
   * @param out gets a line once requests are taken
   * @throws UnusableException if a setting, the pack, the database or the port cannot be used
   */
  static int start(PrintWriter out) {
    Settings settings = Settings.from(System.getenv());
    SettledHouse house = new SettledHouse(settings.peopleToAsk());
    CompletableFuture<LivePack> pack =
        CompletableFuture.supplyAsync(
            () -> LivePack.of(settings, house, Installation.shelfOfServer(settings.dataFolder())));
    Optional<LocalWorkspace> local =
        switch (settings.slack()) {
          case Settings.SlackAccess.LocalWorkspace none ->
              Optional.of(Playground.withOwnManifest());
          case Settings.SlackAccess.OneWorkspace one -> Optional.empty();
          case Settings.SlackAccess.SocketMode socket -> Optional.empty();
          case Settings.SlackAccess.ManyWorkspaces many -> Optional.empty();
        };
    new SlackServer(settings, pack, house, local).run(out);
    return CertAdvisor.OK;
  }
}
