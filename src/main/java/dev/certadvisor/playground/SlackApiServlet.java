package dev.certadvisor.playground;

import dev.certadvisor.playground.Call.Answer;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Slack's side that apps call: {@code /api/{method}} for the Web API, {@code /response/{ticket}}
 * for response URLs and {@code /link/} for the WebSockets of Socket Mode. Mount it at any prefix,
 * such as {@code /slack-stand-in/*}; the app's {@code SLACK_API_URL} is then {@code
 * http://127.0.0.1:<port>/slack-stand-in/api/}.
 */
public final class SlackApiServlet extends HttpServlet {

  private static final long serialVersionUID = 1;

  private final transient SlackStandIn slack;

  /** Serves one workspace. */
  public SlackApiServlet(SlackStandIn slack) {
    this.slack = slack;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    doPost(request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> refused = LoopbackOnly.refusedProgram(request);
    if (refused.isPresent()) {
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType("text/plain;charset=utf-8");
      response.getWriter().write(refused.get());
      return;
    }
    String path = Optional.ofNullable(request.getPathInfo()).orElse("");
    String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (path.startsWith("/link/")) {
      openLine(request, response);
    } else if (path.startsWith("/api/")) {
      String query = Optional.ofNullable(request.getQueryString()).orElse("");
      String type = Optional.ofNullable(request.getContentType()).orElse(Courier.FORM);
      String authorization = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
      String method = path.substring("/api/".length());
      answer(
          response,
          slack.apiDoor().call(method, authorization, type, body.isEmpty() ? query : body));
    } else if (path.startsWith("/response/")) {
      answer(response, slack.apiDoor().respond(path.substring("/response/".length()), body));
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  /** Turns the request into a WebSocket where it shows a ticket for one. */
  private void openLine(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String ticket = Optional.ofNullable(request.getParameter("ticket")).orElse("");
    if (!slack.sockets().redeem(ticket)) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    Object container = getServletContext().getAttribute(ServerContainer.class.getName());
    ServerEndpointConfig config =
        ServerEndpointConfig.Builder.create(SocketEndpoint.class, "/link")
            .configurator(new Configurator(slack.sockets()))
            .build();
    try {
      ((ServerContainer) container)
          .upgradeHttpToWebSocket(request, response, config, java.util.Map.of());
    } catch (DeploymentException e) {
      throw new IOException(e);
    }
  }

  /** Gives each WebSocket its end here. */
  private static final class Configurator extends ServerEndpointConfig.Configurator {

    private final SocketLines lines;

    Configurator(SocketLines lines) {
      this.lines = lines;
    }

    @Override
    public <T> T getEndpointInstance(Class<T> type) {
      return type.cast(new SocketEndpoint(lines));
    }
  }

  private void answer(HttpServletResponse response, Answer answer) throws IOException {
    hang(answer.late());
    byte[] body = Json.write(answer.body()).getBytes(StandardCharsets.UTF_8);
    response.setStatus(answer.status());
    response.setContentType("application/json; charset=utf-8");
    response.setHeader("X-OAuth-Scopes", slack.apiDoor().scopes());
    answer.headers().forEach(response::setHeader);
    if (answer.isCut()) {
      // More is promised than sent, so the container has to break the connection.
      response.setContentLength(body.length + 1);
      response.getOutputStream().write(body, 0, body.length / 2);
      response.flushBuffer();
      throw new IOException("connection cut, as the workspace's temper demands");
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static void hang(Duration hang) {
    try {
      Thread.sleep(hang);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
