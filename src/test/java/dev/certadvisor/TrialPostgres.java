package dev.certadvisor;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** A real PostgreSQL server that belongs to one trial. */
final class TrialPostgres implements TrialDatabase, AutoCloseable {

  private final Path folder;
  private EmbeddedPostgres server;

  /** A server that runs and keeps its files in this folder. */
  TrialPostgres(Path folder) {
    this.folder = folder;
    this.server = started(EmbeddedPostgres.builder());
  }

  @Override
  public synchronized String url() {
    return server.getJdbcUrl("postgres", "postgres");
  }

  @Override
  public synchronized void stop() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void start() {
    server = started(EmbeddedPostgres.builder().setPort(server.getPort()));
  }

  @Override
  public void close() {
    stop();
  }

  private EmbeddedPostgres started(EmbeddedPostgres.Builder builder) {
    try {
      return builder.setDataDirectory(folder).setCleanDataDirectory(false).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
