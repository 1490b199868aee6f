package dev.certadvisor;

import dev.certadvisor.ServerConfiguration.SlackKeys;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** What stands in for Slack in the same server where there are no Slack credentials. */
interface LocalWorkspace {

  /** The path below the server's address at which its Web API answers, with a slash at its end. */
  String apiPath();

  /**
   * Its servlets by the path that each is mounted at, as in {@code /playground/*}. Asked again by a
   * server that takes the place of the one before, it is the same workspace as before.
   *
   * @param server the server's address without a slash at its end; to be asked only once it runs
   */
  Map<String, HttpServlet> servlets(Supplier<URI> server);

  /** What it and the app know each other by, the same for as long as it lives. */
  SlackKeys keys();

  /** Says how the app, with the server that it is in, is restarted. */
  void onRestart(Runnable restart);

  /** Ends what is being streamed to browsers, so that the server can stop. */
  void close();
}
