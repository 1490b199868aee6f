package dev.certadvisor.decision;

import dev.certadvisor.catalogue.CredentialId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The decision framework: questions, what each choice says, and what follows from the sum.
 *
 * @param version changes whenever questions, choices or evidence do
 * @param margin how far the sum has to be from 0 for a direction to be advised, in hundredths of
 *     log-odds; above 0
 * @param first the pole of sums above 0
 * @param second the pole of sums below 0
 * @param questions in the order that settles ties between equally informative ones
 * @param sitLists one for every corner of the two axes
 * @param firstSteps by platform, what a beginner is advised to take before the credential
 * @param nextSteps what to do after any advice, in order
 * @param fixtures rules of the guide that it has to reproduce
 * @param cues words that change what the words around them say
 */
public record Framework(
    String version,
    int margin,
    Pole first,
    Pole second,
    List<Question> questions,
    List<SitList> sitLists,
    Map<PlatformId, CredentialId> firstSteps,
    List<NextStep> nextSteps,
    List<Fixture> fixtures,
    Cues cues) {

  private static final int LEAST_ON_AN_AXIS = 25;

  /** Copies the collections. */
  public Framework {
    questions = List.copyOf(questions);
    sitLists = List.copyOf(sitLists);
    firstSteps = Map.copyOf(firstSteps);
    nextSteps = List.copyOf(nextSteps);
    fixtures = List.copyOf(fixtures);
  }

  /**
   * Names what is asked, in which order, and what each choice says. It changes with every change of
   * these, also where {@link #version} was forgotten, and with nothing else.
   */
  public String edition() {
    String asked =
        questions.stream()
            .flatMap(question ->
                question.choices().stream()
                    .map(option -> option.id() + " " + Mark.of(question.id(), option)))
            .collect(Collectors.joining(" "));
    return version + "/" + Mark.of(asked);
  }

  /** The question of that id, if there is one. */
  public Optional<Question> question(QuestionId id) {
    return questions.stream().filter(question -> question.id().equals(id)).findFirst();
  }

  /**
   * The question of that id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Question get(QuestionId id) {
    return question(id)
        .orElseThrow(() -> new IllegalArgumentException("no question \"" + id + "\""));
  }

  /** The axis' main question: the first that speaks on it; empty where none does. */
  public Optional<Question> main(Axis axis) {
    return questions.stream().filter(question -> question.axis() == axis).findFirst();
  }

  /** The option that a choice picks, if question and choice exist. */
  public Optional<ChoiceOption> option(Choice choice) {
    return question(choice.question()).flatMap(question -> question.choice(choice.choice()));
  }

  /** The questions that a profile leaves open, in the framework's order. */
  public List<Question> open(Profile profile) {
    return questions.stream().filter(question -> !profile.answers(question.id())).toList();
  }

  /**
   * The sum of a profile's evidence.
   *
   * @throws IllegalArgumentException if a choice is not of this framework
   */
  public Evidence evidence(Profile profile) {
    Evidence sum = Evidence.NONE;
    for (Choice choice : profile.choices()) {
      sum = sum.plus(evidence(choice));
    }
    return sum;
  }

  /**
   * What one choice says.
   *
   * @throws IllegalArgumentException if it is not of this framework
   */
  public Evidence evidence(Choice choice) {
    return option(choice)
        .orElseThrow(() -> new IllegalArgumentException("no choice \"" + choice + "\""))
        .evidence();
  }

  /** The direction that a sum of evidence gives; empty where it is too close to call. */
  public Optional<DirectionId> direction(int score) {
    if (Math.abs(score) < margin) {
      return Optional.empty();
    }
    return Optional.of(score > 0 ? first.direction() : second.direction());
  }

  /**
   * The pole that the evidence on one axis speaks for; empty below a quarter of log-odds, which is
   * what a passing remark comes to ("no hurry") and hardly better than a coin.
   *
   * @param sum of one axis, see {@link Evidence}
   */
  public Optional<Pole> pole(int sum) {
    return switch (side(sum)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(first);
      default -> Optional.of(second);
    };
  }

  /** 1 or -1 where the evidence on one axis speaks for the first or the second pole, else 0. */
  static int side(int sum) {
    return Math.abs(sum) < LEAST_ON_AN_AXIS ? 0 : Integer.signum(sum);
  }

  /** What to sit in a corner. */
  public List<CredentialId> sitList(LineId line, PlatformId platform) {
    return sitLists.stream()
        .filter(list -> list.line().equals(line) && list.platform().equals(platform))
        .findFirst()
        .map(SitList::credentials)
        .orElse(List.of());
  }

  /**
   * A short mark of what a choice means: its question, its {@code means} and its evidence. A choice
   * made earlier still holds as long as its mark is the same.
   *
   * @return four characters; empty where the choice is not of this framework
   */
  public Optional<String> mark(Choice choice) {
    return option(choice).map(option -> Mark.of(choice.question(), option));
  }
}
