package dev.certadvisor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the package table of {@code src/docs/architecture.md}. */
class ArchitectureTest {

  private static final String ROOT = "dev.certadvisor";

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static final List<String> CORE =
      List.of(
          "knowledge",
          "catalogue",
          "intent",
          "decision",
          "interview",
          "conversation",
          "delivery",
          "installation");

  /** Each package and the packages of ours that it may use. */
  private static final Map<String, List<String>> MAY_USE =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("knowledge", List.of()),
              Map.entry("catalogue", List.of()),
              Map.entry("intent", List.of()),
              Map.entry("decision", List.of("knowledge", "catalogue")),
              Map.entry("interview", List.of("decision")),
              Map.entry(
                  "conversation",
                  List.of("knowledge", "catalogue", "intent", "decision", "interview")),
              Map.entry("delivery", List.of("conversation")),
              Map.entry("installation", List.of()),
              Map.entry(
                  "slack",
                  List.of("installation", "conversation", "delivery", "knowledge", "decision")),
              Map.entry("tracing", List.of("conversation", "delivery")),
              Map.entry("search", List.of("knowledge", "intent")),
              Map.entry(
                  "store",
                  List.of(
                      "conversation",
                      "delivery",
                      "installation",
                      "interview",
                      "decision",
                      "knowledge")),
              Map.entry(
                  "pack", List.of("knowledge", "catalogue", "intent", "decision", "evaluation")),
              Map.entry(
                  "console",
                  List.of(
                      "conversation", "knowledge", "catalogue", "intent", "decision", "interview")),
              Map.entry(
                  "evaluation",
                  List.of(
                      "conversation", "knowledge", "catalogue", "intent", "decision", "interview")),
              Map.entry("playground", List.of())));

  /** Each library and the packages that alone may use it; the root may use all. */
  private static final Map<String, List<String>> CONFINED =
      new TreeMap<>(
          Map.of(
              "com.slack..", List.of("slack"),
              "io.opentelemetry..", List.of("tracing"),
              "org.apache.lucene..", List.of("search"),
              "de.bwaldvogel.liblinear..", List.of("search"),
              "java.sql..", List.of("store"),
              "javax.sql..", List.of("store"),
              "org.yaml..", List.of("pack"),
              "org.commonmark..", List.of("pack"),
              "org.springframework..", List.of(),
              "picocli..", List.of()));

  static Stream<String> packages() {
    return MAY_USE.keySet().stream();
  }

  static Stream<String> libraries() {
    return CONFINED.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void aPackageUsesOnlyWhatTheTableAllows(String name) {
    usesOnly(name, MAY_USE.getOrDefault(name, List.of())).check(MAIN);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aLibraryStaysInItsPackage(String library) {
    String[] allowed =
        Stream.concat(
                Stream.of(ROOT),
                CONFINED.getOrDefault(library, List.of()).stream().map(name -> ROOT + "." + name))
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideOutsideOfPackages(allowed)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(library)
        .check(MAIN);
  }

  @Test
  void theCoreIsPlainJava() {
    String[] core = CORE.stream().map(name -> ROOT + "." + name).toArray(String[]::new);

    classes()
        .that()
        .resideInAnyPackage(core)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("java..", "org.jspecify..", ROOT + ".."))
        .check(MAIN);
  }

  @Test
  void theCoreTakesTimeFromOutside() {
    String[] core = CORE.stream().map(name -> ROOT + "." + name).toArray(String[]::new);

    noClasses()
        .that()
        .resideInAnyPackage(core)
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDate.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(MAIN);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void everyPackageIsInTheTable() {
    assertThat(
            MAIN.stream()
                .map(type -> type.getPackageName())
                .filter(name -> !name.equals(ROOT))
                .map(name -> name.substring(ROOT.length() + 1))
                .distinct())
        .isSubsetOf(MAY_USE.keySet());
  }

  @Test
  void theTableIsAbleToFail() {
    assertThatThrownBy(() -> usesOnly("pack", List.of()).check(MAIN))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("knowledge");
  }

  private static ArchRule usesOnly(String name, List<String> others) {
    String[] allowed =
        Stream.concat(Stream.of(name), others.stream())
            .map(other -> ROOT + "." + other)
            .toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
        .as(name + " uses only " + Arrays.toString(allowed))
        .allowEmptyShould(true);
  }
}
