package dev.certadvisor.slack;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;

/**
 * The least that can take Slack's events: a servlet that checks the signature and says 200. What
 * ours takes longer is what it does before it acknowledges.
 */
public final class BareServer {

  private BareServer() {}

  /** Serves until it is killed; its one argument is the signing secret. */
  public static void main(String[] arguments) throws IOException, LifecycleException {
    Path folder = Files.createTempDirectory("bare");
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder.toString());
    tomcat.setPort(0);
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", folder.toString());
    Tomcat.addServlet(context, "bare", new Checking(arguments[0])).addMapping("/*");
    tomcat.start();
    System.out.println("port " + tomcat.getConnector().getLocalPort());
    tomcat.getServer().await();
  }

  private static final class Checking extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private final transient Signature signature;

    Checking(String secret) {
      this.signature = new Signature(secret, InstantSource.system());
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      boolean fits =
          signature.matches(
              request.getHeader("X-Slack-Request-Timestamp"),
              request.getHeader("X-Slack-Signature"),
              request.getInputStream().readAllBytes());
      response.setStatus(fits ? HttpServletResponse.SC_OK : HttpServletResponse.SC_UNAUTHORIZED);
    }
  }
}
