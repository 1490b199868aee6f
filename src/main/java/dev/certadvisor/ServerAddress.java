package dev.certadvisor;

import java.net.URI;
import java.util.function.Supplier;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;

/** Where the server can be reached from this machine, without a slash at the end. */
final class ServerAddress implements Supplier<URI>, ApplicationListener<WebServerInitializedEvent> {

  private volatile int port;

  ServerAddress(Settings settings) {
    this.port = settings.port();
  }

  @Override
  public void onApplicationEvent(WebServerInitializedEvent event) {
    port = event.getWebServer().getPort();
  }

  @Override
  public URI get() {
    return URI.create("http://localhost:" + port);
  }
}
