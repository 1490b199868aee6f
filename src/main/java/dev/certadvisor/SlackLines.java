package dev.certadvisor;

import dev.certadvisor.slack.Reachability;
import dev.certadvisor.slack.Reachability.State;
import dev.certadvisor.slack.SocketMode;
import dev.certadvisor.slack.SocketMode.Trouble;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * The lines that we open to Slack ourselves. They open after the work has begun and close before it
 * ends. As part of readiness: without Slack the app is still ready for requests over HTTP, and says
 * that Slack is missing; in Socket Mode nothing reaches it then, so it is not ready.
 */
final class SlackLines implements SmartLifecycle, HealthIndicator {

  private final Reachability reachability;
  private final Optional<SocketMode> socket;
  private volatile boolean running;

  /** Lines that are not open yet. */
  SlackLines(Reachability reachability, Optional<SocketMode> socket) {
    this.reachability = reachability;
    this.socket = socket;
  }

  @Override
  public void start() {
    reachability.start();
    socket.ifPresent(SocketMode::start);
    running = true;
  }

  @Override
  public void stop() {
    socket.ifPresent(SocketMode::close);
    reachability.close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** After the dispatcher, which is at 0. */
  @Override
  public int getPhase() {
    return 1;
  }

  @Override
  public Health health() {
    Health.Builder health =
        switch (reachability.state()) {
          case State.Unasked() -> Health.unknown().withDetail("slack", "not asked yet");
          case State.Reached(Optional<String> workspace) ->
              Health.up().withDetail("slack", "reached");
          case State.Unreachable(String reason) -> Health.unknown().withDetail("slack", reason);
          case State.Refused(String reason) -> Health.down().withDetail("slack", reason);
        };
    socket.ifPresent(lines -> {
      health.withDetail("lines", lines.open());
      lines.trouble().map(Trouble::reason).ifPresent(why -> health.withDetail("trouble", why));
      if (lines.open() == 0) {
        health.down();
      }
    });
    return health.build();
  }
}
