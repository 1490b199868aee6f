package dev.certadvisor.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds {@code src/docs/authoring.md} to what the readers take. */
class AuthoringGuideTest {

  private static final Path READERS = Path.of("src/main/java/dev/certadvisor/pack");

  /** Where a reader lists the keys that it takes. */
  private static final Pattern KEYS =
      Pattern.compile("(?:onlyKeys|keysWith)\\(([^;]*?)\\)|KEYS = \\{([^}]*)}");

  private static final Pattern TEXT = Pattern.compile("\"([A-Za-z-]+)\"");

  @Test
  void namesEveryKeyThatAReaderTakes() throws IOException {
    String guide = Files.readString(Path.of("src/docs/authoring.md"));

    assertThat(keys())
        .hasSizeGreaterThan(80)
        .allSatisfy(
            key -> assertThat(guide).containsPattern("[`{ ,(]" + Pattern.quote(key) + "[`:]"));
  }

  @Test
  void namesEveryFactEventAndFile() throws IOException {
    String guide = Files.readString(Path.of("src/docs/authoring.md"));

    assertThat(
            Arrays.stream(Attribute.values())
                .filter(attribute -> !attribute.isDerived())
                .map(Attribute::key))
        .allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
    assertThat(Arrays.stream(Event.Kind.values()).map(Event.Kind::key))
        .allSatisfy(key -> assertThat(guide).contains("`" + key + "`"));
    assertThat(List.of("questions", "uncovered", "facts", "profiles", "floors"))
        .allSatisfy(file -> assertThat(guide).contains("`" + file + ".yaml`"));
  }

  private static Set<String> keys() throws IOException {
    try (Stream<Path> files = Files.list(READERS)) {
      StringBuilder sources = new StringBuilder();
      for (Path file : files.sorted().toList()) {
        sources.append(Files.readString(file));
      }
      return KEYS.matcher(sources)
          .results()
          .flatMap(found -> TEXT.matcher(found.group()).results())
          .map((MatchResult text) -> text.group(1))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
