package dev.certadvisor;

import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;

/** What stands in for Slack in the same server where there are no Slack credentials. */
interface LocalWorkspace {

  /** The path below the server's address at which its Web API answers, with a slash at its end. */
  String apiPath();

  /**
   * Its servlets by the path that each is mounted at, as in {@code /playground/*}.
   *
   * @param botToken the token that the app will show
   * @param signingSecret the secret that requests to the app are to be signed with
   * @param server the server's address without a slash at its end; to be asked only once it runs
   */
  Map<String, HttpServlet> servlets(String botToken, String signingSecret, Supplier<URI> server);

  /** Ends what is being streamed to browsers, so that the server can stop. */
  void close();
}
