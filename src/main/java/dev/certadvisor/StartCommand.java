package dev.certadvisor;

import java.util.concurrent.Callable;
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
      "Starts the Slack app. Without Slack credentials in the environment: the same app against a",
      "local workspace in the browser, at http://localhost:3000, on loopback only."
    },
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

  @Spec private @org.jspecify.annotations.Nullable CommandSpec spec;

  @Override
  public Integer call() {
    return CertAdvisor.OK;
  }
}
