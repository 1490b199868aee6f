package dev.certadvisor.conversation;

import dev.certadvisor.decision.ProfileReader;
import dev.certadvisor.decision.ProfileReader.Understood;
import dev.certadvisor.intent.Intent;
import dev.certadvisor.intent.Reading;
import java.util.regex.Pattern;

/** Tells words about a person who wants advice from words about a matter. */
final class Tellings {

  /** How surely a message tells of a person who wants advice. */
  enum Telling {
    /** It says who asks, and asks what fits; or it is a list of what describes somebody. */
    PLAINLY,
    /** It describes somebody, and may yet be a question. */
    PERHAPS,
    /** A few words of the kind, without a person in them: "jobs with azure". */
    BARELY,
    /** It describes who writes, and asks something. */
    ASKING,
    NO
  }

  /** Who tells of themself mostly needs more words than these. */
  private static final int TERSE = 5;

  /** Where so much of what was said is a description, a list is one. */
  private static final double LEANING = 0.25;

  /** Words of a profile in a message that is nothing like one are there by chance. */
  private static final double TRACE = 0.05;

  /** So many answers to the framework's questions are more than a question names by chance. */
  private static final int SEVERAL = 2;

  private static final Pattern HAS_DIGIT = Pattern.compile("\\d");
  private static final Pattern IS_LIST =
      Pattern.compile("[\\p{L}\\p{N}#+]\\s*(?:[,;]\\s*|[.:]\\s+)\\S");

  private final ProfileReader reader;

  /**
   * @param reader reads what people say about themselves
   */
  Tellings(ProfileReader reader) {
    this.reader = reader;
  }

  /** How surely a message tells of a person who wants advice. */
  Telling of(String text, Reading reading) {
    Understood understood = reader.read(text);
    // "ml engineer" is a job and a nickname of a credential; "MLA-C02" is only the latter.
    boolean namesCredential =
        !reading.credentials().isEmpty()
            && (HAS_DIGIT.matcher(text).find() || !reading.attributes().isEmpty());
    if (understood.items().isEmpty() || namesCredential) {
      return Telling.NO;
    }
    if (seeksAdvice(text, understood)) {
      return Telling.PLAINLY;
    }
    if (understood.manner().troubled()) {
      return Telling.NO;
    }
    if (isList(text, understood, reading)) {
      return Telling.PLAINLY;
    }
    boolean mayBe =
        MeaningRouter.QUESTIONS.contains(reading.intent())
            || reading.intent() == Intent.OOS
            || reading.intent() == Intent.RECOMMEND
            || reading.confidence() < MeaningRouter.SURE;
    boolean person = QuestionForm.isInFirstPerson(text);
    boolean isMost =
        (isAccountedFor(understood) && reading.outside().isEmpty())
            || person
            || ofRecommending(reading) >= LEANING;
    if (person && understood.manner().asking() && understood.items().size() >= SEVERAL) {
      return Telling.ASKING;
    }
    if (!mayBe
        || !isMost
        || !isBelieved(text, understood, reading)
        || !understood.isSelfDescription()) {
      return Telling.NO;
    }
    return person || text.strip().split("\\s+", TERSE + 1).length > TERSE
        ? Telling.PERHAPS
        : Telling.BARELY;
  }

  /** Whether a message with words of a profile in it is like one otherwise; one word is little. */
  private static boolean isBelieved(String text, Understood understood, Reading reading) {
    double recommending = ofRecommending(reading);
    boolean asks =
        MeaningRouter.QUESTIONS.contains(reading.intent())
            && reading.confidence() >= MeaningRouter.SURE;
    if (understood.items().size() >= SEVERAL || QuestionForm.isInFirstPerson(text)) {
      return recommending >= TRACE || asks;
    }
    boolean isList = IS_LIST.matcher(text).find() && recommending >= LEANING;
    return isList || recommending >= MeaningRouter.SURE;
  }

  private static boolean seeksAdvice(String text, Understood understood) {
    return understood.manner().seeking()
        && (understood.items().size() >= SEVERAL || QuestionForm.isInFirstPerson(text));
  }

  /** "architect, enterprise apps, azure". */
  private static boolean isList(String text, Understood understood, Reading reading) {
    return IS_LIST.matcher(text).find()
        && !understood.manner().asking()
        && !QuestionForm.isAnywhereIn(text)
        && understood.statements() >= SEVERAL
        && (understood.manner().personal()
            || ofRecommending(reading) >= LEANING
            || understood.statements() > SEVERAL)
        && (isAccountedFor(understood) || isPortrait(reading));
  }

  /**
   * Whether it says several things of a person, whatever else it says: "quant at a hedge fund.
   * backtests, time series, ec2 farm".
   */
  private static boolean isPortrait(Reading reading) {
    return !MeaningRouter.QUESTIONS.contains(reading.intent())
        || reading.confidence() < MeaningRouter.SURE;
  }

  /** Whether no more of the words tell nothing of a person than do. */
  private static boolean isAccountedFor(Understood understood) {
    return understood.unused().size() <= understood.items().size();
  }

  private static double ofRecommending(Reading reading) {
    return reading.intent() == Intent.RECOMMEND
        ? reading.confidence()
        : reading.runnersUp().stream()
            .filter(other -> other.intent() == Intent.RECOMMEND)
            .mapToDouble(Reading.Candidate::confidence)
            .findFirst()
            .orElse(0);
  }
}
