package dev.certadvisor;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

/**
 * Asks the server of this machine whether it lives: the container's health check, for images
 * without a client for HTTP. Exit code 0 if it does.
 */
final class Probe {

  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private Probe() {}

  /** Asks once; takes the port from {@code SERVER_PORT}. */
  public static void main(String[] arguments) {
    System.exit(lives(System.getenv().getOrDefault("SERVER_PORT", "3000")) ? 0 : 1);
  }

  static boolean lives(String port) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection)
              URI.create("http://127.0.0.1:" + port + "/actuator/health/liveness")
                  .toURL()
                  .openConnection();
      connection.setConnectTimeout((int) PATIENCE.toMillis());
      connection.setReadTimeout((int) PATIENCE.toMillis());
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }
}
