package dev.certadvisor.store;

import dev.certadvisor.installation.BotToken;
import dev.certadvisor.installation.Installation;
import dev.certadvisor.installation.Installations;
import dev.certadvisor.store.Database.Work;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps installations in a database, with their tokens encrypted. */
public final class JdbcInstallations implements Installations {

  private static final String COLUMNS =
      "workspace, name, token, refresh_token, key_id, expires_at, bot," + " installed_at";

  private final Database database;
  private final TokenCipher cipher;

  /** Installations in an open database. */
  public JdbcInstallations(Database database, TokenCipher cipher) {
    this.database = database;
    this.cipher = cipher;
  }

  /**
   * Encrypts anew what an earlier key has encrypted, so that the earlier one can be given up.
   *
   * @throws UnreadableInstallations if there is what no key of ours can read; nothing is changed
   */
  public void adoptKey() {
    int unreadable =
        run(connection -> {
          List<String> foreign =
              Sql.all(
                  connection,
                  "select workspace from installation where key_id <> ? for update",
                  row -> row.getString(1),
                  cipher.currentKey());
          int failures = 0;
          for (String workspace : foreign) {
            try {
              find(connection, workspace).ifPresent(found -> rewrite(connection, found));
            } catch (TokenCipher.UnreadableToken e) {
              failures++;
            }
          }
          return failures;
        });
    if (unreadable > 0) {
      throw new UnreadableInstallations(unreadable);
    }
  }

  private void rewrite(Connection connection, Installation installation) {
    try {
      put(connection, installation.workspace(), installation.token());
    } catch (SQLException e) {
      throw new Unavailable(Database.reason(e), e);
    }
  }

  @Override
  public void save(Installation installation) {
    run(connection -> {
      Sql.update(
          connection, "delete from installation where workspace = ?", installation.workspace());
      BotToken token = installation.token();
      return Sql.update(
          connection,
          "insert into installation (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)",
          installation.workspace(),
          installation.name(),
          hidden(installation.workspace(), token),
          hiddenRefresh(installation.workspace(), token),
          cipher.currentKey(),
          end(token),
          installation.botUser(),
          at(installation.installedAt()));
    });
  }

  @Override
  public Optional<Installation> find(String workspace) {
    return run(connection -> find(connection, workspace));
  }

  private Optional<Installation> find(Connection connection, String workspace) throws SQLException {
    return Sql.first(
        connection,
        "select " + COLUMNS + " from installation where workspace = ?",
        this::installation,
        workspace);
  }

  private Installation installation(ResultSet row) throws SQLException {
    String workspace = row.getString(1);
    String keyId = row.getString(5);
    String refresh = row.getString(4);
    OffsetDateTime expiresAt = row.getObject(6, OffsetDateTime.class);
    BotToken token =
        new BotToken(
            cipher.decrypt(row.getString(3), keyId, workspace + "/token"),
            Optional.ofNullable(refresh)
                .map(text -> cipher.decrypt(text, keyId, workspace + "/refresh")),
            Optional.ofNullable(expiresAt).map(OffsetDateTime::toInstant));
    return new Installation(
        workspace,
        row.getString(2),
        token,
        row.getString(7),
        row.getObject(8, OffsetDateTime.class).toInstant());
  }

  @Override
  public boolean remove(String workspace, Instant installedBefore) {
    return run(connection -> {
      Sql.update(
          connection,
          "delete from installation where workspace = ? and installed_at < ?",
          workspace,
          at(installedBefore));
      return Sql.first(
              connection,
              "select 1 from installation where workspace = ?",
              row -> row.getInt(1),
              workspace)
          .isEmpty();
    });
  }

  @Override
  public boolean claimRenewal(String workspace, BotToken token, Instant now, Instant until) {
    return run(connection -> {
      boolean claimed =
          Sql.update(
                  connection,
                  "update installation set renewal_until = ? where workspace = ?"
                      + " and (renewal_until is null or renewal_until <= ?)",
                  at(until),
                  workspace,
                  at(now))
              == 1;
      boolean same =
          claimed && find(connection, workspace).filter(it -> it.token().equals(token)).isPresent();
      if (claimed && !same) {
        Sql.update(
            connection,
            "update installation set renewal_until = null where workspace = ?",
            workspace);
      }
      return same;
    });
  }

  @Override
  public void renewed(String workspace, BotToken token) {
    run(connection -> put(connection, workspace, token));
  }

  private int put(Connection connection, String workspace, BotToken token) throws SQLException {
    return Sql.update(
        connection,
        "update installation set token = ?, refresh_token = ?, key_id = ?, expires_at = ?,"
            + " renewal_until = null where workspace = ?",
        hidden(workspace, token),
        hiddenRefresh(workspace, token),
        cipher.currentKey(),
        end(token),
        workspace);
  }

  @Override
  public boolean spend(String ticket, Instant now, Instant until) {
    try {
      return database.inTransaction(connection -> {
        Sql.update(connection, "delete from spent_ticket where until < ?", at(now));
        Sql.update(
            connection, "insert into spent_ticket (id, until) values (?, ?)", ticket, at(until));
        return true;
      });
    } catch (SQLException e) {
      if (Database.isUniqueViolation(e)) {
        return false;
      }
      throw new Unavailable(Database.reason(e), e);
    }
  }

  private String hidden(String workspace, BotToken token) {
    return cipher.encrypt(token.value(), workspace + "/token");
  }

  private @Nullable String hiddenRefresh(String workspace, BotToken token) {
    return token.refresh().map(text -> cipher.encrypt(text, workspace + "/refresh")).orElse(null);
  }

  private static @Nullable OffsetDateTime end(BotToken token) {
    return token.expiresAt().map(JdbcInstallations::at).orElse(null);
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private <T> T run(Work<T> work) {
    try {
      return database.inTransaction(work);
    } catch (SQLException e) {
      throw new Unavailable(Database.reason(e), e);
    }
  }

  /** Thrown where installations are encrypted with a key that we do not have. */
  public static final class UnreadableInstallations extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableInstallations(int count) {
      super(
          (count == 1 ? "one installation is" : count + " installations are")
              + " encrypted with another key");
    }
  }
}
