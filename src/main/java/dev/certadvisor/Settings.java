package dev.certadvisor;

import dev.certadvisor.delivery.Limits;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/**
 * All that the environment decides, checked.
 *
 * @param slack how Slack is reached
 * @param slackApi base address of Slack's Web API, with a slash at its end; empty for Slack's own
 * @param address the address listened on; loopback unless told otherwise
 * @param port the port listened on; 0 for any that is free
 * @param dataFolder where the embedded database and its files live
 * @param database PostgreSQL in place of the embedded database
 * @param retention how long conversations are kept after their last message
 * @param limits how much is taken
 * @param pack the content pack's folder
 * @param today a date that stands in for today
 * @param peopleToAsk the id of the channel to which questions may be passed on
 * @param log what form the log's lines have
 * @param telemetry where traces go; empty for none
 */
record Settings(
    SlackAccess slack,
    Optional<URI> slackApi,
    InetAddress address,
    int port,
    Path dataFolder,
    Optional<Database> database,
    Duration retention,
    Limits limits,
    Path pack,
    Optional<LocalDate> today,
    Optional<String> peopleToAsk,
    LogForm log,
    Optional<Telemetry> telemetry) {

  /**
   * Reads the environment's variables.
   *
   * @param environment names and values; blank values count as not set
   * @throws UnusableException if a group is half set or a value is malformed; its message has one
   *     line for each mistake and names the variable
   */
  static Settings from(Map<String, String> environment) {
    return new SettingsReader(environment).read();
  }

  /**
   * OpenTelemetry's own variables.
   *
   * @param variables by their names; values may be secret
   */
  record Telemetry(Map<String, String> variables) {

    /** Copies the map. */
    Telemetry {
      variables = Map.copyOf(variables);
    }

    @Override
    public String toString() {
      return "Telemetry";
    }
  }

  /** What form the log's lines have. */
  enum LogForm {
    /** For people. */
    TEXT,
    /** JSON of the Elastic Common Schema. */
    ECS,
    /** JSON as Logstash and Loki take it. */
    LOGSTASH,
    /** Graylog's JSON. */
    GELF
  }

  /** How Slack is reached. */
  sealed interface SlackAccess {

    /** No credentials: the local workspace stands in for Slack, on loopback. */
    record LocalWorkspace() implements SlackAccess {}

    /**
     * One workspace, events over HTTP.
     *
     * @param botToken begins with {@code xoxb-}
     * @param signingSecret what requests are signed with
     */
    record OneWorkspace(String botToken, String signingSecret) implements SlackAccess {

      @Override
      public String toString() {
        return "OneWorkspace";
      }
    }

    /**
     * One workspace, events over a WebSocket that the app opens.
     *
     * @param botToken begins with {@code xoxb-}
     * @param appToken begins with {@code xapp-}
     * @param connections how many WebSockets are kept open, 1 to 10
     */
    record SocketMode(String botToken, String appToken, int connections) implements SlackAccess {

      @Override
      public String toString() {
        return "SocketMode";
      }
    }

    /**
     * Many workspaces, installed through OAuth, events over HTTP.
     *
     * @param clientId the app's client id
     * @param clientSecret the app's client secret
     * @param signingSecret what requests are signed with
     * @param key encrypts tokens that are kept; empty for one kept beside the embedded database
     * @param previousKey reads what an earlier key has encrypted
     */
    record ManyWorkspaces(
        String clientId,
        String clientSecret,
        String signingSecret,
        Optional<SecretKey> key,
        Optional<SecretKey> previousKey)
        implements SlackAccess {

      @Override
      public String toString() {
        return "ManyWorkspaces[" + clientId + "]";
      }
    }
  }

  /**
   * A PostgreSQL database.
   *
   * @param url begins with {@code jdbc:postgresql:}
   * @param user empty where the address names it
   * @param password empty where the address names it or none is needed
   */
  record Database(String url, Optional<String> user, Optional<String> password) {

    @Override
    public String toString() {
      return "Database";
    }
  }
}
