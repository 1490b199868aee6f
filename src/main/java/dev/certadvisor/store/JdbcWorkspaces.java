package dev.certadvisor.store;

import dev.certadvisor.delivery.Inbox;
import dev.certadvisor.delivery.Workspaces;
import dev.certadvisor.store.Database.Work;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;

/**
 * Finds a workspace's rows by the names of their conversations and channels, which begin with it.
 */
public final class JdbcWorkspaces implements Workspaces {

  private static final String CONVERSATION = "(%1$s like ? escape '!' or %1$s like ? escape '!')";

  private final Database database;
  private final InstantSource clock;

  /** The workspaces of an open database. */
  public JdbcWorkspaces(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Envelopes first: whoever answers one has its row, and has put its parcels once that is free.
   */
  @Override
  public Dropped drop(String workspace, String reason, String except) {
    Place place = new Place(workspace);
    Object now = clock.instant().atOffset(ZoneOffset.UTC);
    return run(connection -> {
      Sql.update(
          connection,
          "insert into dead_letter (parcel, channel, person, reason, at)"
              + " select id, conversation, person, ?, ? from envelope where "
              + CONVERSATION.formatted("conversation"),
          reason,
          now,
          place.people(),
          place.threads());
      int envelopes =
          Sql.update(
              connection,
              "delete from envelope where " + CONVERSATION.formatted("conversation"),
              place.people(),
              place.threads());
      Sql.update(
          connection,
          "insert into dead_letter (parcel, channel, person, reason, at)"
              + " select id, channel, person, ?, ? from parcel where channel like ? escape '!'"
              + " and id <> ?",
          reason,
          now,
          place.channels(),
          except);
      int parcels =
          Sql.update(
              connection,
              "delete from parcel where channel like ? escape '!' and id <> ?",
              place.channels(),
              except);
      return new Dropped(envelopes, parcels);
    });
  }

  @Override
  public Dropped forget(String workspace) {
    Place place = new Place(workspace);
    return run(connection -> {
      int envelopes =
          Sql.update(
              connection,
              "delete from envelope where " + CONVERSATION.formatted("conversation"),
              place.people(),
              place.threads());
      Sql.update(
          connection,
          "delete from conversation where " + CONVERSATION.formatted("id"),
          place.people(),
          place.threads());
      int parcels =
          Sql.update(
              connection, "delete from parcel where channel like ? escape '!'", place.channels());
      Sql.update(
          connection,
          "delete from dead_letter where channel like ? escape '!' or "
              + CONVERSATION.formatted("channel"),
          place.channels(),
          place.people(),
          place.threads());
      Sql.update(connection, "delete from channel_rule where workspace = ?", workspace);
      Sql.update(connection, "delete from people_to_ask where workspace = ?", workspace);
      Sql.update(connection, "delete from rating where person like ? escape '!'", place.channels());
      Sql.update(connection, "delete from unheld where person like ? escape '!'", place.channels());
      return new Dropped(envelopes, parcels);
    });
  }

  private <T> T run(Work<T> work) {
    try {
      return database.inTransaction(work);
    } catch (SQLException e) {
      throw new Inbox.Unavailable(Database.reason(e), e);
    }
  }

  /** How the names of a workspace's rows begin. */
  private record Place(String workspace) {

    String people() {
      return "person:" + channels();
    }

    String threads() {
      return "thread:" + channels();
    }

    String channels() {
      return workspace.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "/%";
    }
  }
}
