package dev.certadvisor.playground;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The workspace in a browser. Mount it at {@code ""} (the page) and at {@code /workspace/*} (its
 * files, its live updates and what people do), with asynchronous requests allowed.
 */
public final class WorkspaceServlet extends HttpServlet {

  private static final long serialVersionUID = 1;
  private static final int MOST_BYTES = 4_000_000;

  private final transient SlackStandIn slack;
  private final transient Deeds deeds;
  private final transient StaticFiles files = new StaticFiles();

  /** Shows one workspace. */
  public WorkspaceServlet(SlackStandIn slack) {
    this.slack = slack;
    this.deeds = new Deeds(slack);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean isPage = request.getServletPath().isEmpty();
    Optional<String> refused =
        isPage ? LoopbackOnly.refusedVisit(request) : LoopbackOnly.refusedLook(request);
    if (refused.isPresent()) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN, refused.get());
      return;
    }
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    if (isPage) {
      files.serve("index.html", request, response);
    } else if (path.equals("/live")) {
      live(request, response);
    } else if (path.equals("/transcript")) {
      json(response, deeds.transcript());
    } else {
      files.serve(path.substring(1), request, response);
    }
  }

  private void live(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String asked = Optional.ofNullable(request.getParameter("person")).orElse("");
    Person me = slack.roster().person(asked).orElse(slack.people().getFirst());
    LiveUpdates.start(slack, me, request, response);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> refused = LoopbackOnly.refusedAct(request);
    if (refused.isPresent()) {
      refuse(response, HttpServletResponse.SC_FORBIDDEN, refused.get());
      return;
    }
    byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE, "that is too much at once");
      return;
    }
    try {
      JsonNode told = Json.parse(new String(body, StandardCharsets.UTF_8));
      String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
      json(response, deeds.perform(path.substring(1), told));
    } catch (JacksonException notJson) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, "that is not JSON");
    } catch (IllegalArgumentException wrong) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, String.valueOf(wrong.getMessage()));
    }
  }

  private static void json(HttpServletResponse response, JsonNode body) throws IOException {
    StaticFiles.secure(response);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json;charset=utf-8");
    response.getOutputStream().write(Json.write(body).getBytes(StandardCharsets.UTF_8));
  }

  private static void refuse(HttpServletResponse response, int status, String why)
      throws IOException {
    StaticFiles.secure(response);
    response.setStatus(status);
    response.setContentType("text/plain;charset=utf-8");
    response.getWriter().write(why);
  }
}
