package dev.certadvisor.store;

import dev.certadvisor.store.Database.Work;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Does all work on an embedded database on one thread, and commits what waits at the same time
 * together: writing to the file is what a commit costs, and it costs the same for one as for many.
 * Nobody is told that their work is done before it is in the file.
 */
final class GroupCommit implements AutoCloseable {

  /** SQLSTATE HYT00 of ODBC: it took too long. */
  private static final String BUSY = "HYT00";

  /** SQLSTATE 08003 of the SQL standard: there is no connection any more. */
  private static final String CLOSED = "08003";

  private static final int MOST_TOGETHER = 128;

  /** The last work of all. */
  private final Entry<Boolean> end = new Entry<>(connection -> true);

  private final DataSource source;
  private final Duration patience;
  private final BlockingQueue<Entry<?>> waiting = new LinkedBlockingQueue<>();
  private final Thread writer;
  private volatile boolean closed;

  /**
   * Begins to take work.
   *
   * @param patience how long work waits for its turn at most
   */
  GroupCommit(DataSource source, Duration patience) {
    this.source = source;
    this.patience = patience;
    this.writer = Thread.ofPlatform().name("database").daemon().unstarted(this::write);
    writer.start();
  }

  /**
   * Does all of the work or nothing.
   *
   * @throws SQLException what the work or its commit threw, after it was taken back, or that its
   *     turn did not come in time, or that the database is closed
   * @throws IllegalStateException if called by work that is being done: it would wait for itself
   */
  <T extends @Nullable Object> T run(Work<T> work) throws SQLException {
    if (Thread.currentThread() == writer) {
      throw new IllegalStateException("a transaction within a transaction");
    }
    Entry<T> entry = new Entry<>(work);
    waiting.add(entry);
    if (closed && waiting.remove(entry)) {
      throw closed();
    }
    try {
      return entry.await(patience);
    } catch (TimeoutException e) {
      if (waiting.remove(entry)) {
        throw new SQLTransientConnectionException("the database is busy", BUSY, e);
      }
      return entry.await(); // its turn has come
    }
  }

  /** Never interrupted: H2 would lose its file if it were while it writes. */
  private void write() {
    List<Entry<?>> group = new ArrayList<>();
    while (!group.contains(end)) {
      group.clear();
      try {
        group.add(waiting.take());
      } catch (InterruptedException e) {
        continue; // nobody else has this thread
      }
      waiting.drainTo(group, MOST_TOGETHER - 1);
      commit(group);
    }
  }

  private void commit(List<Entry<?>> group) {
    try (Connection connection = source.getConnection()) {
      try {
        for (Entry<?> entry : group) {
          entry.perform(connection, group.size() > 1);
        }
        connection.commit();
      } catch (SQLException | RuntimeException | Error e) {
        Database.takeBack(connection, e);
        throw e;
      }
    } catch (SQLException | RuntimeException | Error e) { // the thread has to live for the others
      group.forEach(entry -> entry.fail(e));
    }
    group.forEach(Entry::tell);
  }

  /** Finishes what has come so far; what comes later is told that the database is closed. */
  @Override
  public void close() {
    closed = true;
    waiting.add(end);
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Entry<?> left = waiting.poll(); left != null; left = waiting.poll()) {
      left.fail(closed());
      left.tell();
    }
  }

  private static SQLException closed() {
    return new SQLNonTransientConnectionException("the database is closed", CLOSED);
  }

  /** Somebody's work, and what came of it. */
  private static final class Entry<T extends @Nullable Object> {

    private final Work<T> work;
    private final CompletableFuture<T> outcome = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    Entry(Work<T> work) {
      this.work = work;
    }

    /**
     * Does the work; what it throws is its own matter, unless the others' work is lost with it.
     *
     * @param inCompany whether others' work is in the same transaction
     */
    void perform(Connection connection, boolean inCompany) throws SQLException {
      Savepoint before = inCompany ? connection.setSavepoint() : null;
      try {
        result = work.in(connection);
      } catch (SQLException | RuntimeException | Error e) {
        failure = e;
        if (before == null) {
          connection.rollback();
        } else {
          connection.rollback(before);
        }
      }
    }

    void fail(Throwable cause) {
      failure = failure == null ? cause : failure;
    }

    @SuppressWarnings("NullAway") // work may give nothing
    void tell() {
      if (failure == null) {
        outcome.complete(result);
      } else {
        outcome.completeExceptionally(failure);
      }
    }

    T await(Duration atMost) throws SQLException, TimeoutException {
      try {
        return outcome.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        throw interrupted(e);
      } catch (ExecutionException e) {
        throw rethrown(e);
      }
    }

    T await() throws SQLException {
      try {
        return outcome.get();
      } catch (InterruptedException e) {
        throw interrupted(e);
      } catch (ExecutionException e) {
        throw rethrown(e);
      }
    }

    private static SQLException interrupted(InterruptedException e) {
      Thread.currentThread().interrupt();
      return new SQLTransientConnectionException(
          "interrupted while the database was busy", BUSY, e);
    }

    private static SQLException rethrown(ExecutionException e) {
      return switch (e.getCause()) {
        case SQLException failure -> failure;
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      };
    }
  }
}
