package dev.certadvisor;

import dev.certadvisor.conversation.Advisor;
import java.io.PrintStream;

/** The Slack app as a server: takes signed requests until it is stopped. */
public final class SlackServer {

  private final Settings settings;
  private final Advisor advisor;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * A server that has not been started.
   *
   * @param settings checked settings
   * @param advisor answers what comes in
   * @param out gets the one line that says where it listens
   * @param err gets one line where it cannot start
   */
  public SlackServer(Settings settings, Advisor advisor, PrintStream out, PrintStream err) {
    this.settings = settings;
    this.advisor = advisor;
    this.out = out;
    this.err = err;
  }

  /**
   * Serves until the process is told to stop.
   *
   * @return the process's exit code: 0 after a stop, 2 where it could not start
   */
  public int run() {
    throw new UnsupportedOperationException(settings + " " + advisor + " " + out + " " + err);
  }
}
