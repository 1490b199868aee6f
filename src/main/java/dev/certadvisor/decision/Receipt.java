package dev.certadvisor.decision;

import dev.certadvisor.catalogue.CredentialId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A recommendation as a short text that can be kept and given back.
 *
 * @param pack the pack's id
 * @param version the framework's version
 * @param day the day of the advice
 * @param direction what was advised; empty where it was too close to call
 * @param share the share of the leading direction in thousandths
 * @param sitToday the credential advised to sit, if one was
 * @param answers the choices with their marks
 */
public record Receipt(
    String pack,
    String version,
    LocalDate day,
    Optional<DirectionId> direction,
    int share,
    Optional<CredentialId> sitToday,
    List<Answer> answers) {

  /** Copies the list. */
  public Receipt {
    answers = List.copyOf(answers);
  }

  /** The advice as a receipt. */
  public static Receipt of(
      String pack, Framework framework, Profile profile, Recommendation advice, LocalDate day) {
    throw new UnsupportedOperationException(pack + framework + profile + advice + day);
  }

  /** The text form: one word without blanks. */
  public String code() {
    throw new UnsupportedOperationException();
  }

  /**
   * Finds a receipt in a text.
   *
   * @return empty where the text has none
   */
  public static Optional<Found> in(String text) {
    throw new UnsupportedOperationException(text);
  }

  /** What comes of reading a text form. */
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

  /** What a receipt is worth today. */
  public Comparison compare(Framework framework, Recommender recommender, LocalDate today) {
    throw new UnsupportedOperationException(framework + " " + recommender + today);
  }

  /**
   * The advice of a receipt, then and now.
   *
   * @param now the advice that the answers which still hold give today
   * @param holding the answers that still mean what they meant
   * @param differences what has changed; empty where the advice is the same for the same reasons
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
     * Another credential to sit.
     *
     * @param then empty where none was advised
     * @param now empty where none is advised
     */
    record OtherCredential(Optional<CredentialId> then, Optional<CredentialId> now)
        implements Difference {}
  }
}
