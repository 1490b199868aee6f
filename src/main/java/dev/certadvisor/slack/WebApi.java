package dev.certadvisor.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** The one connection to Slack's Web API that the process has. */
final class WebApi {

  /** As many as there are workers, or each further message would open a connection of its own. */
  private static final int CONNECTIONS = 64;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private WebApi() {}

  /**
   * A client.
   *
   * @param viaProxy whether a proxy that the environment names is used
   */
  static Slack connect(boolean viaProxy) {
    SlackConfig config = new SlackConfig();
    config.setStatsEnabled(false);
    endThreads(config);
    config.setHttpClientReadTimeoutMillis((int) PATIENCE.toMillis());
    config.setHttpClientWriteTimeoutMillis((int) PATIENCE.toMillis());
    if (!viaProxy) {
      config.setProxyUrl(null); // the SDK heeds HTTPS_PROXY but not NO_PROXY
    }
    OkHttpClient http =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .connectionPool(new ConnectionPool(CONNECTIONS, 5, TimeUnit.MINUTES))
            // OkHttp would post again by itself where a connection breaks, and double a message
            .retryOnConnectionFailure(false)
            .build();
    return Slack.getInstance(config, new SlackHttpClient(http));
  }

  /** Ends the threads that count calls, which the SDK starts whether they are wanted or not. */
  private static void endThreads(SlackConfig config) {
    try {
      config.close();
    } catch (Exception e) {
      throw new IllegalStateException("the SDK's counting threads cannot be ended", e);
    }
  }
}
