package dev.certadvisor.playground;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import tools.jackson.core.JacksonException;

/** Slack's end of one of the app's WebSockets. */
final class SocketEndpoint extends Endpoint {

  private final SocketLines lines;

  SocketEndpoint(SocketLines lines) {
    this.lines = lines;
  }

  @Override
  public void onOpen(Session session, EndpointConfig config) {
    SessionLine line = new SessionLine(session);
    session.getUserProperties().put("line", line);
    session.addMessageHandler(
        String.class,
        (MessageHandler.Whole<String>)
            text -> {
              try {
                lines.heard(Json.parse(text));
              } catch (JacksonException notJson) {
                line.hangUp();
              }
            });
    lines.opened(line);
  }

  @Override
  public void onClose(Session session, CloseReason reason) {
    if (session.getUserProperties().get("line") instanceof SessionLine line) {
      lines.closed(line);
    }
  }

  /** A line that the servlet container serves. */
  private record SessionLine(Session session) implements SocketLines.Line {

    @Override
    public void send(String text) {
      synchronized (session) {
        try {
          session.getBasicRemote().sendText(text);
        } catch (IOException gone) {
          hangUp();
        }
      }
    }

    @Override
    public void hangUp() {
      try {
        session.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
