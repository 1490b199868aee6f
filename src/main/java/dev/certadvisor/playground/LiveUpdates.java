package dev.certadvisor.playground;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** One browser's live view: server-sent events, first all there is, then each change. */
final class LiveUpdates {

  private static final int WAITING = 10_000;
  private static final long HEARTBEAT_SECONDS = 15;

  private final BlockingQueue<Optional<String>> waiting = new LinkedBlockingQueue<>(WAITING);

  /** Held while anything is written: the container takes the response back once all is over. */
  private final ReentrantLock writing = new ReentrantLock();

  private boolean over;

  private LiveUpdates() {}

  static void start(
      SlackStandIn slack, Person me, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    StaticFiles.secure(response);
    PrintWriter writer = response.getWriter();
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    LiveUpdates updates = new LiveUpdates();
    async.addListener(updates.new End());
    Sight sight = new Sight(slack, me);
    AutoCloseable listening =
        slack
            .workspace()
            .locked(() -> {
              updates.offer(Optional.of(Json.write(sight.everything())));
              return slack.listen(change -> {
                if (sight.concerns(change)) {
                  updates.offer(Optional.of(Json.write(sight.change(change))));
                }
              });
            });
    Runnable end = updates::end;
    slack.onClose(end);
    slack
        .later()
        .run(
            Duration.ZERO,
            () -> {
              try (listening) {
                updates.pump(writer);
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              } catch (Exception e) {
                throw new IllegalStateException("a listener does not fail to end", e);
              } finally {
                slack.forgetOnClose(end);
                complete(async);
              }
            });
  }

  private static void complete(AsyncContext async) {
    try {
      async.complete();
    } catch (IllegalStateException browserGone) {
      // The container saw the line cut before this did, and has completed the request by itself.
    }
  }

  private void end() {
    offer(Optional.empty());
  }

  private void offer(Optional<String> next) {
    if (!waiting.offer(next)) {
      // A browser that is this far behind starts anew: it is cut off and comes back by itself.
      waiting.clear();
      waiting.add(Optional.empty());
    }
  }

  private void pump(PrintWriter writer) throws InterruptedException {
    boolean reached = write(writer, "retry: 500\n\n");
    while (reached) {
      Optional<String> next = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        reached = write(writer, ":\n\n");
      } else if (next.isEmpty()) {
        return;
      } else {
        reached = write(writer, "data: " + next.get() + "\n\n");
      }
    }
  }

  /** Whether the browser is still there to read it. */
  private boolean write(PrintWriter writer, String text) {
    writing.lock();
    try {
      if (over) {
        return false;
      }
      writer.write(text);
      return !over && !writer.checkError();
    } finally {
      writing.unlock();
    }
  }

  /** The container's word that the request is over, before it takes the response back. */
  private final class End implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      writing.lock();
      try {
        over = true;
      } finally {
        writing.unlock();
      }
      end();
    }

    @Override
    public void onError(AsyncEvent event) {
      end();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // It is given no time that could run out.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      // It is started once.
    }
  }
}
