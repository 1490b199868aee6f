package dev.certadvisor.store;

import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Lane;
import dev.certadvisor.delivery.Ledger.Outgoing;
import dev.certadvisor.delivery.Parcel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of {@code parcel}, which wait to be sent, oldest first within a lane, and of {@code
 * dead_letter}, which were given up.
 */
final class ParcelTable {

  /** As long as the column. */
  private static final int REASON = 1_000;

  private ParcelTable() {}

  /**
   * Stores parcels in their order.
   *
   * @param person whom they answer; empty where only their addresses say it
   * @return the lanes in which they wait
   */
  static Set<Lane> put(
      Connection connection, List<Parcel> parcels, Optional<PersonId> person, OffsetDateTime now)
      throws SQLException {
    Set<Lane> lanes = new LinkedHashSet<>();
    for (Parcel parcel : parcels) {
      Sql.update(
          connection,
          "insert into parcel (id, channel, address, payload, person, at)"
              + " values (?, ?, ?, ?, ?, ?)",
          parcel.id(),
          parcel.lane().name(),
          StoredJson.write(parcel.to()),
          parcel.payload(),
          person.or(() -> reader(parcel.to())).map(Custody::name).orElse(null),
          now);
      lanes.add(parcel.lane());
    }
    return lanes;
  }

  /** Whose eyes alone an address is for. */
  private static Optional<PersonId> reader(Address address) {
    return switch (address) {
      case Address.InChannel place -> Optional.empty();
      case Address.Message message -> Optional.empty();
      case Address.Suggestions above -> Optional.empty();
      case Address.NewWindow window -> Optional.of(new PersonId(window.workspace(), window.user()));
      case Address.Window window -> Optional.of(new PersonId(window.workspace(), window.user()));
      case Address.OnlyFor place -> Optional.of(new PersonId(place.workspace(), place.user()));
      case Address.DirectTo to -> Optional.of(new PersonId(to.workspace(), to.user()));
      case Address.Return back -> Optional.of(new PersonId(back.workspace(), back.user()));
      case Address.Home home -> Optional.of(new PersonId(home.workspace(), home.user()));
    };
  }

  /**
   * The first of a lane, as it stood; noted as being sent unless its sending was cut short before.
   *
   * @throws UnreadableRow if it holds what this version cannot read
   */
  static Optional<Outgoing> claim(Connection connection, Lane lane) throws SQLException {
    Optional<Outgoing> next = next(connection, lane);
    if (next.isPresent() && !next.get().cutShort()) {
      Sql.update(
          connection,
          "update parcel set cut_short = true, attempts = attempts + 1 where id = ?",
          next.get().parcel().id());
    }
    return next;
  }

  /** Whether something waits in a lane. */
  static boolean isWaiting(Connection connection, Lane lane) throws SQLException {
    return Sql.first(
            connection,
            "select 1 from parcel where channel = ? limit 1",
            row -> row.getInt(1),
            lane.name())
        .isPresent();
  }

  private static Optional<Outgoing> next(Connection connection, Lane lane) throws SQLException {
    return Sql.first(
        connection,
        "select id, address, payload, attempts, cut_short, privately from parcel"
            + " where channel = ? order by seq limit 1",
        ParcelTable::outgoing,
        lane.name());
  }

  private static Outgoing outgoing(ResultSet row) throws SQLException {
    String id = row.getString(1);
    return new Outgoing(
        new Parcel(
            id,
            UnreadableRow.read(id, () -> StoredJson.address(row.getString(2))),
            row.getString(3)),
        row.getInt(4),
        row.getBoolean(5),
        row.getBoolean(6));
  }

  static void returned(Connection connection, String id) throws SQLException {
    Sql.update(connection, "update parcel set cut_short = false where id = ?", id);
  }

  static void privately(Connection connection, String id) throws SQLException {
    Sql.update(
        connection, "update parcel set cut_short = false, privately = true where id = ?", id);
  }

  /** Takes away what waits for an address; what is being sent stays, since it may have arrived. */
  static void withdraw(Connection connection, Address to) throws SQLException {
    Sql.update(
        connection,
        "delete from parcel where channel = ? and address = ? and not cut_short",
        to.channelKey(),
        StoredJson.write(to));
  }

  static void remove(Connection connection, String id) throws SQLException {
    Sql.update(connection, "delete from parcel where id = ?", id);
  }

  /**
   * Notes what was given up.
   *
   * @param reason without message text; cut where it is too long
   * @param person whom it would have answered, as the column {@code person} has it
   */
  static void bury(
      Connection connection,
      String id,
      String lane,
      String reason,
      Optional<String> person,
      OffsetDateTime now)
      throws SQLException {
    Sql.update(
        connection,
        "insert into dead_letter (parcel, channel, reason, person, at) values (?, ?, ?, ?, ?)",
        id,
        lane,
        reason.substring(0, Math.min(reason.length(), REASON)),
        person.orElse(null),
        now);
  }

  /** The lanes in which something waits. */
  static List<Lane> lanes(Connection connection) throws SQLException {
    return Sql.all(
        connection,
        "select distinct channel from parcel",
        row -> new Lane(Lane.Work.SEND, row.getString(1)));
  }
}
