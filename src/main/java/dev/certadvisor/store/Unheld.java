package dev.certadvisor.store;

import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Envelope;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What people asked that the guide does not hold, told without telling who asked. */
public final class Unheld {

  /** Below this a question could point to the one who asked it. */
  public static final int LEAST_PEOPLE = 2;

  private final Database database;

  /** The questions in an open database. */
  public Unheld(Database database) {
    this.database = database;
  }

  /**
   * What several people asked, what most people asked first.
   *
   * @param sameness what two wordings of one question have in common
   * @param people by at least so many, {@value #LEAST_PEOPLE} or more
   * @param since on this day or later
   * @throws IllegalArgumentException if fewer people are enough
   * @throws IllegalStateException if the database does not answer
   */
  public List<Group> groups(UnaryOperator<String> sameness, int people, Instant since) {
    if (people < LEAST_PEOPLE) {
      throw new IllegalArgumentException("at least " + LEAST_PEOPLE + " people, not " + people);
    }
    return asked(since).stream()
        .collect(Collectors.groupingBy(asked -> sameness.apply(asked.question())))
        .values()
        .stream()
        .map(Unheld::group)
        .filter(group -> group.people() >= people)
        .sorted(
            Comparator.comparingInt(Group::people)
                .thenComparingInt(Group::times)
                .reversed()
                .thenComparing(Group::question))
        .toList();
  }

  private static Group group(List<Asked> same) {
    Map<String, Integer> wordings =
        same.stream()
            .collect(Collectors.groupingBy(Asked::question, Collectors.summingInt(Asked::times)));
    return new Group(
        wordings.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .orElseThrow()
            .getKey(),
        (int) same.stream().map(Asked::person).distinct().count(),
        same.stream().mapToInt(Asked::times).sum(),
        same.stream().map(Asked::day).max(Comparator.naturalOrder()).orElseThrow());
  }

  private List<Asked> asked(Instant since) {
    try {
      return database.inTransaction(connection ->
          Sql.all(
              connection,
              "select question, person, times, at from unheld where at >= ?",
              row ->
                  new Asked(
                      row.getString(1),
                      row.getString(2),
                      row.getInt(3),
                      row.getObject(4, OffsetDateTime.class)
                          .withOffsetSameInstant(ZoneOffset.UTC)
                          .toLocalDate()),
              day(since.atOffset(ZoneOffset.UTC))));
    } catch (SQLException e) {
      throw new IllegalStateException("what was asked cannot be read", e);
    }
  }

  /** Keeps those among the effects. */
  static void keep(
      Connection connection, Envelope envelope, List<Effect> effects, OffsetDateTime at)
      throws SQLException {
    for (Effect effect : effects) {
      if (effect instanceof Effect.Unheld(String question)) {
        keep(connection, question, envelope.incoming().person(), day(at));
      }
    }
  }

  private static void keep(
      Connection connection, String question, PersonId person, OffsetDateTime day)
      throws SQLException {
    String who = Custody.name(person);
    int known =
        Sql.update(
            connection,
            "update unheld set times = times + 1, at = ? where question = ? and person = ?",
            day,
            question,
            who);
    if (known == 0) {
      Sql.update(
          connection,
          "insert into unheld (question, person, times, at) values (?, ?, 1, ?)",
          question,
          who,
          day);
    }
  }

  /** The hour is nobody's business. */
  private static OffsetDateTime day(OffsetDateTime at) {
    return at.withOffsetSameInstant(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
  }

  /**
   * One question in all its wordings.
   *
   * @param question in the wording that was used most
   * @param people how many asked it
   * @param times how often they did
   * @param last the day on which it was asked last, in UTC
   */
  public record Group(String question, int people, int times, LocalDate last) {}

  private record Asked(String question, String person, int times, LocalDate day) {}
}
