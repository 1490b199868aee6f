package dev.certadvisor;

import dev.certadvisor.store.DatabaseCheckup;
import dev.certadvisor.store.DatabaseCheckup.Condition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Whether the database of the settings can be used. */
final class DatabaseExamination {

  private static final String PART = "database";
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final int READY = 200;

  private final Settings settings;
  private final String variable;

  /** Nothing is looked at yet. */
  DatabaseExamination(Settings settings) {
    this.settings = settings;
    this.variable = settings.database().isPresent() ? "ADVISOR_DATABASE_URL" : "ADVISOR_DATA";
  }

  /** Looks at it once. */
  Finding finding() {
    Condition condition =
        settings
            .database()
            .map(server ->
                DatabaseCheckup.postgresql(server.url(), server.user(), server.password()))
            .orElseGet(() -> DatabaseCheckup.embedded(settings.dataFolder()));
    return switch (condition) {
      case Condition.Absent() ->
          Finding.fine(PART, "none in " + settings.dataFolder() + " yet; the first start makes it");
      case Condition.InUse() -> askTheServer();
      case Condition.Unusable(DatabaseCheckup.Fault fault, String reason) ->
          wrong(reason + "; " + advice(fault));
      case Condition.Found found -> found(found);
    };
  }

  private Finding found(Condition.Found found) {
    if (found.failed()) {
      return wrong("an upgrade of it broke off; restore a backup (./advisor restore --force FILE)");
    }
    if (found.later()) {
      return wrong(
          "a later version of Cert Advisor has used it; run that one, or restore a backup of this");
    }
    if (found.waiting() > 0) {
      return Finding.fine(
          PART,
          "reached; the next start takes %d steps of its schema, so make a backup first"
              .formatted(found.waiting()));
    }
    return found
        .readOnly()
        .map(reason -> wrong("it can be read but not written (" + reason + "); " + rights()))
        .orElseGet(() -> Finding.fine(PART, "reached, at this version's schema, can be written"));
  }

  private String rights() {
    return settings.database().isPresent()
        ? "let the user write: default_transaction_read_only, grants, or the address of a replica"
        : "let this user write its files";
  }

  private String advice(DatabaseCheckup.Fault fault) {
    return switch (fault) {
      case UNREACHABLE -> "start the server, or correct host and port in ADVISOR_DATABASE_URL";
      case LOGIN -> "correct ADVISOR_DATABASE_USER and ADVISOR_DATABASE_PASSWORD";
      case NO_SUCH_DATABASE ->
          "make it (create database …), or correct the name in ADVISOR_DATABASE_URL";
      case OTHER ->
          settings.database().isPresent()
              ? "see the server's log"
              : "move advisor.mv.db away and restore a backup (./advisor restore FILE)";
    };
  }

  /** A running server has the embedded database to itself, and knows how it is. */
  private Finding askTheServer() {
    URI readiness = URI.create(new ServerAddress(settings).get() + "/actuator/health/readiness");
    try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      int status =
          http.send(
                  HttpRequest.newBuilder(readiness).timeout(PATIENCE).build(),
                  BodyHandlers.discarding())
              .statusCode();
      return status == READY
          ? Finding.fine(PART, "in use by the running server, which says that it is ready")
          : wrong(
              "in use by the running server, which says that it is not ready; see " + readiness);
    } catch (IOException e) {
      return wrong(
          "in use by another process that is no server at port %d; end it, or set SERVER_PORT to the server's"
              .formatted(settings.port()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return wrong("in use by another process");
    }
  }

  private Finding wrong(String words) {
    return Finding.wrong(PART, variable + ": " + words);
  }
}
