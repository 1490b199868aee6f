package dev.certadvisor.decision;

import dev.certadvisor.catalogue.CredentialId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A recommendation as it was given: enough to give it again, and to say what has changed since.
 *
 * @param pack the pack's id
 * @param version the framework's version
 * @param day the day of the advice
 * @param direction what was advised; empty where it was too close to call
 * @param share the share of the leading direction, in thousandths
 * @param sitToday the credential advised to sit, if one was
 * @param answers the choices with what they meant
 */
public record Receipt(
    String pack,
    String version,
    LocalDate day,
    Optional<DirectionId> direction,
    int share,
    Optional<CredentialId> sitToday,
    List<Answer> answers) {

  private static final int THOUSANDTHS = 1000;

  /** Copies the list. */
  public Receipt {
    answers = List.copyOf(answers);
  }

  /**
   * The receipt for an advice.
   *
   * @param pack the pack's id
   * @param framework the framework that gave the advice
   * @param profile the answers that it rests on
   * @param advice the advice
   * @param day the day of the advice
   */
  public static Receipt of(
      String pack, Framework framework, Profile profile, Recommendation advice, LocalDate day) {
    List<Answer> answers =
        profile.choices().stream()
            .map(choice -> new Answer(choice, framework.mark(choice).orElseThrow()))
            .toList();
    return new Receipt(
        pack,
        framework.version(),
        day,
        advice.direction(),
        share(advice),
        advice.sitToday().map(Recommendation.SitToday::credential),
        answers);
  }

  private static int share(Recommendation advice) {
    return (int) Math.round(advice.ranking().getFirst().share() * THOUSANDTHS);
  }

  /** The text form: one word without blanks that can be copied and given back. */
  public String code() {
    return ReceiptCode.write(this);
  }

  /**
   * Finds a receipt in a text.
   *
   * @return empty where the text has none
   */
  public static Optional<Found> in(String text) {
    return ReceiptCode.find(text);
  }

  /** What a text that looks like a receipt turns out to be. */
  public sealed interface Found {

    /**
     * A receipt as it was issued.
     *
     * @param receipt the receipt
     */
    record Whole(Receipt receipt) implements Found {}

    /** A receipt that was altered or cut short. */
    record Damaged() implements Found {}
  }

  /**
   * Gives the advice again, with the answers that still mean what they meant.
   *
   * @param framework the framework in use
   * @param recommender the same framework's
   * @param today the day for which the credential to sit is wanted
   */
  public Comparison compare(Framework framework, Recommender recommender, LocalDate today) {
    List<Difference> differences = new ArrayList<>();
    if (!version.equals(framework.version())) {
      differences.add(new Difference.OtherVersion(version, framework.version()));
    }
    Profile holding = Profile.EMPTY;
    for (Answer answer : answers) {
      if (answer.holdsIn(framework)) {
        holding = holding.with(answer.choice());
      } else {
        differences.add(new Difference.VoidAnswer(answer.choice()));
      }
    }
    Recommendation now = recommender.advise(holding, today);
    if (!now.direction().equals(direction)) {
      differences.add(new Difference.OtherDirection(direction, now.direction()));
    }
    if (share(now) != share) {
      differences.add(new Difference.OtherShare(share, share(now)));
    }
    Optional<CredentialId> sitNow = now.sitToday().map(Recommendation.SitToday::credential);
    if (!sitNow.equals(sitToday)) {
      differences.add(new Difference.OtherCredential(sitToday, sitNow));
    }
    return new Comparison(now, holding, differences);
  }

  /**
   * The advice of a receipt, then and now.
   *
   * @param now the advice that the answers which still hold give today
   * @param holding the answers that still mean what they meant
   * @param differences what has changed and why, causes before effects; empty where the advice is
   *     the same for the same reasons
   */
  public record Comparison(Recommendation now, Profile holding, List<Difference> differences) {

    /** Copies the list. */
    public Comparison {
      differences = List.copyOf(differences);
    }
  }

  /** One thing that has changed since a receipt was issued. */
  public sealed interface Difference {

    /**
     * The framework has another version.
     *
     * @param then the version of the receipt
     * @param now the version in use
     */
    record OtherVersion(String then, String now) implements Difference {}

    /**
     * An answer no longer exists or means something else.
     *
     * @param choice the answer as it was given
     */
    record VoidAnswer(Choice choice) implements Difference {}

    /**
     * Another direction.
     *
     * @param then empty where it was too close to call
     * @param now empty where it is too close to call
     */
    record OtherDirection(Optional<DirectionId> then, Optional<DirectionId> now)
        implements Difference {}

    /**
     * The leading direction leads by more or less than before.
     *
     * @param then in thousandths
     * @param now in thousandths
     */
    record OtherShare(int then, int now) implements Difference {}

    /**
     * Another credential to sit: the answers lead elsewhere, or the one from before can no longer
     * be sat, or a better one can.
     *
     * @param then empty where none was advised
     * @param now empty where none is advised
     */
    record OtherCredential(Optional<CredentialId> then, Optional<CredentialId> now)
        implements Difference {}
  }
}
