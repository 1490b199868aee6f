package dev.certadvisor.slack;

import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.util.http.SlackHttpClient;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** How the process reaches Slack. */
final class WebApi {

  /** As many as there are workers, or each further message would open a connection of its own. */
  private static final int CONNECTIONS = 64;

  /**
   * Some servers close a connection that was idle for 5 seconds. A message sent into a closed
   * connection has an unknown fate, so we are the first to close.
   */
  private static final Duration IDLE = Duration.ofSeconds(4);

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private WebApi() {}

  /**
   * A client.
   *
   * @param viaProxy whether a proxy that the environment names is used
   */
  static Slack connect(boolean viaProxy) {
    SlackConfig config = config(viaProxy);
    OkHttpClient http =
        SlackHttpClient.buildOkHttpClient(config)
            .newBuilder()
            .connectionPool(new ConnectionPool(CONNECTIONS, IDLE.toSeconds(), TimeUnit.SECONDS))
            .addNetworkInterceptor(WebApi::closeIfItWillBeClosed)
            // OkHttp would post again by itself where a connection breaks, and double a message
            .retryOnConnectionFailure(false)
            .build();
    return Slack.getInstance(config, new SlackHttpClient(http));
  }

  /**
   * A client for WebSockets, which notices within seconds that a line is dead.
   *
   * @param viaProxy whether a proxy that the environment names is used
   */
  static OkHttpClient sockets(boolean viaProxy) {
    return SlackHttpClient.buildOkHttpClient(config(viaProxy))
        .newBuilder()
        .readTimeout(Duration.ZERO)
        .pingInterval(PATIENCE)
        .build();
  }

  private static SlackConfig config(boolean viaProxy) {
    SlackConfig config = new SlackConfig();
    config.setStatsEnabled(false);
    endThreads(config);
    config.setHttpClientReadTimeoutMillis((int) PATIENCE.toMillis());
    config.setHttpClientWriteTimeoutMillis((int) PATIENCE.toMillis());
    if (!viaProxy) {
      config.setProxyUrl(null); // the SDK heeds HTTPS_PROXY but not NO_PROXY
    }
    return config;
  }

  /** HTTP/1.0 ends each connection after its answer, without saying so. */
  private static Response closeIfItWillBeClosed(Interceptor.Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    Connection connection = chain.connection();
    ResponseBody body = response.body();
    if (response.protocol() != Protocol.HTTP_1_0 || connection == null || body == null) {
      return response;
    }
    ResponseBody read = ResponseBody.create(body.bytes(), body.contentType());
    connection.socket().close();
    return response.newBuilder().body(read).build();
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
