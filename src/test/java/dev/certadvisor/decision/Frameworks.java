package dev.certadvisor.decision;

import static java.util.stream.Collectors.toSet;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.knowledge.SectionId;
import dev.certadvisor.pack.FrameworkReader;
import dev.certadvisor.pack.Problems;
import dev.certadvisor.search.OrdinaryWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Frameworks and what goes with them, for tests. */
public final class Frameworks {

  public static final LocalDate TODAY = LocalDate.parse("2026-11-23");

  public static final DirectionId AWS_ML = new DirectionId("aws-ml");
  public static final DirectionId AZURE_AI = new DirectionId("azure-ai");
  public static final LineId ML_ENGINEERING = new LineId("ml-engineering");
  public static final LineId AI_APPLICATION = new LineId("ai-application");
  public static final PlatformId AWS = new PlatformId("aws");
  public static final PlatformId AZURE = new PlatformId("azure");

  /** What can be sat in tests: everything but the credentials that had ended by then. */
  public static final Sittings SITTINGS =
      (credential, day) ->
          Set.of("MLS-C01", "MLA-C01", "AI-102", "DP-100").contains(credential.code())
              ? Optional.empty()
              : Optional.of(new Recommendation.SitToday(credential, "can be sat", day));

  /** Tells ordinary English words, as in production. */
  public static final Predicate<String> ORDINARY = new OrdinaryWords();

  private static final Framework SHIPPED = read(shippedText(), new Problems());

  private Frameworks() {}

  /** The framework of the content pack. */
  public static Framework shipped() {
    return SHIPPED;
  }

  public static String shippedText() {
    try {
      return Files.readString(Path.of("seeds", "framework.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A framework from YAML, with the ids of the shipped pack known. */
  public static Framework read(String text, Problems problems) {
    return FrameworkReader.read("framework.yaml", text, known(), problems);
  }

  private static FrameworkReader.Known known() {
    return new FrameworkReader.Known(
        Stream.of(
                "intro",
                "purpose",
                "topics",
                "who-aws",
                "who-azure",
                "skill-level",
                "exam-format",
                "tools",
                "career",
                "cost",
                "decide",
                "conclusion")
            .map(SectionId::new)
            .collect(toSet()),
        Stream.of(
                "MLS-C01", "MLA-C01", "MLA-C02", "AIF-C01", "AIP-C01", "AI-102", "AI-103", "AI-300",
                "DP-100", "AI-901")
            .map(CredentialId::new)
            .collect(toSet()),
        Set.of(AWS_ML, AZURE_AI),
        Set.of(ML_ENGINEERING, AI_APPLICATION),
        Set.of(AWS, AZURE));
  }

  /** The shipped framework in another version, without some of its questions. */
  public static Framework without(String version, String... questions) {
    return with(
        version,
        SHIPPED.questions().stream()
            .filter(question -> !List.of(questions).contains(question.id().value()))
            .toList());
  }

  /** A framework with some of its questions only, few enough to go through in no time. */
  public static Framework only(Framework framework, String... questions) {
    return with(
        framework.version(),
        framework.questions().stream()
            .filter(question -> List.of(questions).contains(question.id().value()))
            .toList());
  }

  /** The shipped framework with other questions. */
  public static Framework with(String version, List<Question> questions) {
    return new Framework(
        version,
        SHIPPED.margin(),
        SHIPPED.first(),
        SHIPPED.second(),
        questions,
        SHIPPED.sitLists(),
        SHIPPED.firstSteps(),
        SHIPPED.nextSteps(),
        List.of(),
        SHIPPED.cues());
  }

  /** The shipped framework in which one question's choices carry other evidence. */
  public static Framework weighing(String version, String question, int... line) {
    return with(
        version,
        SHIPPED.questions().stream()
            .map(known -> known.id().value().equals(question) ? weighing(known, line) : known)
            .toList());
  }

  private static Question weighing(Question question, int... line) {
    List<ChoiceOption> options =
        java.util.stream.IntStream.range(0, question.choices().size())
            .mapToObj(place -> weighing(question.choices().get(place), line[place]))
            .toList();
    return new Question(
        question.id(),
        question.name(),
        question.alsoNamed(),
        question.text(),
        question.why(),
        question.section(),
        options,
        question.mixed(),
        question.wishDecides());
  }

  private static ChoiceOption weighing(ChoiceOption option, int line) {
    return new ChoiceOption(
        option.id(),
        option.label(),
        new Evidence(line, 0),
        option.means(),
        option.beginner(),
        option.words(),
        option.replies(),
        option.hinted(),
        option.spurned(),
        option.alone());
  }

  public static QuestionId question(String id) {
    return new QuestionId(id);
  }

  /** A choice written as {@code question/choice}. */
  public static Choice choice(String written) {
    String[] parts = written.split("/", 2);
    return new Choice(new QuestionId(parts[0]), new ChoiceId(parts[1]));
  }

  /** A profile of choices written as {@code question/choice}. */
  public static Profile profile(String... choices) {
    return new Profile(Stream.of(choices).map(Frameworks::choice).toList());
  }
}
