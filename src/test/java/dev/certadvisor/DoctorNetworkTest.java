package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.certadvisor.slack.StubMethods;
import dev.certadvisor.slack.StubMethods.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands between the app and Slack, as the doctor tells it. */
class DoctorNetworkTest {

  private static final String PASSWORD = "changeit";

  private final Path folder;
  private final Examination examination;

  DoctorNetworkTest(@TempDir Path folder) {
    this.folder = folder;
    examination = new Examination(folder);
  }

  @Test
  void withoutAConnectionOnlyTheNetworkIsBlamed() throws Exception {
    StubMethods closed = new StubMethods();
    Map<String, String> environment = Examination.oneWorkspace(closed.api());
    closed.close();

    assertThat(examination.wrong(environment))
        .singleElement()
        .asString()
        .startsWith("network ")
        .contains("nothing takes the connection", "HTTPS_PROXY");
  }

  @Test
  void somethingElseThanSlackIsToldFromSlackInTrouble() {
    try (StubMethods slack = new StubMethods()) {
      slack.answers("auth.test", new Answer(200, Map.of(), "<html>Log in to the hotel</html>"));
      assertThat(examination.wrong(Examination.oneWorkspace(slack.api())))
          .singleElement()
          .asString()
          .contains("correct SLACK_API_URL");
      slack.answers("auth.test", new Answer(503, Map.of(), "Sorry"));
      assertThat(examination.wrong(Examination.oneWorkspace(slack.api())))
          .singleElement()
          .asString()
          .contains("status 503", "slack-status.com");
    }
  }

  @Test
  void aConnectionThatBreaksOffIsToldAsThat() throws IOException {
    try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUp(listening));

      assertThat(wrong("http://127.0.0.1:" + listening.getLocalPort() + "/"))
          .singleElement()
          .asString()
          .startsWith("network ")
          .contains("the connection broke off");
    }
  }

  @Test
  void aCertificateThatIsNotTrustedIsToldAsThat() throws Exception {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(selfSigned()));
    server.start();
    try {
      assertThat(wrong("https://localhost:" + server.getAddress().getPort() + "/"))
          .singleElement()
          .asString()
          .startsWith("network ")
          .contains("its certificate is not trusted", "trust store");
    } finally {
      server.stop(0);
    }
  }

  private static void hangUp(ServerSocket listening) {
    try {
      while (true) {
        try (Socket socket = listening.accept()) {
          assertThat(socket.getInputStream().read()).isNotNegative();
        }
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private SSLContext selfSigned() throws Exception {
    Path store = folder.resolve("keys");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "proxy",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-storepass",
                PASSWORD,
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool").toFile())
            .start();
    assertThat(keytool.waitFor(1, TimeUnit.MINUTES)).isTrue();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private List<Finding> wrong(String api) {
    return examination.wrong(Examination.oneWorkspace(URI.create(api)));
  }
}
