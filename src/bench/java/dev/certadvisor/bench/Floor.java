package dev.certadvisor.bench;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** The least that anything on a servlet container has to do: check the signature and say 200. */
final class Floor {

  private Floor() {}

  /** Serves at the port that is named, until the process is ended. */
  public static void main(String[] arguments) throws Exception {
    String folder = Files.createTempDirectory("bench-floor").toString();
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(folder);
    tomcat.setPort(Integer.parseInt(arguments[0]));
    tomcat.getConnector().setProperty("address", "127.0.0.1");
    Context context = tomcat.addContext("", folder);
    Tomcat.addServlet(context, "slack", new Signed()).addMapping("/slack/events");
    tomcat.start();
    tomcat.getServer().await();
  }

  /** The servlet. */
  private static final class Signed extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      byte[] body = request.getInputStream().readAllBytes();
      String expected = Mention.sign(request.getHeader("X-Slack-Request-Timestamp"), body);
      String found = String.valueOf(request.getHeader("X-Slack-Signature"));
      if (!MessageDigest.isEqual(
          expected.getBytes(StandardCharsets.US_ASCII),
          found.getBytes(StandardCharsets.US_ASCII))) {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      }
    }
  }
}
