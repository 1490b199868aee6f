package dev.certadvisor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certadvisor.testing.TestWorkspace;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the doctor says of an installation that keeps its data in a folder of the test. */
final class Examination {

  /** Bytes that are free, where nothing else is said. */
  private static final long PLENTY = 1L << 40;

  private final Path folder;

  Examination(Path folder) {
    this.folder = folder;
  }

  /** Where the embedded database would be. */
  Path data() {
    return folder.resolve("data");
  }

  /** An environment that says so as well. */
  Map<String, String> with(Map<String, String> some) {
    Map<String, String> all = new HashMap<>(Map.of("ADVISOR_DATA", data().toString()));
    all.putAll(some);
    return all;
  }

  /** An environment for one workspace, at another address than Slack's. */
  static Map<String, String> oneWorkspace(URI api) {
    return Map.of(
        "SLACK_BOT_TOKEN",
        "xoxb-hidden",
        "SLACK_SIGNING_SECRET",
        TestWorkspace.SECRET,
        "SLACK_API_URL",
        api.toString());
  }

  /** All findings. */
  List<Finding> findings(Map<String, String> environment) {
    return findings(environment, InstantSource.system(), PLENTY);
  }

  private List<Finding> findings(Map<String, String> environment, InstantSource clock, long space) {
    return new Doctor(with(environment), clock, any -> space).examine();
  }

  /** What is wrong; along the way, no secret may be told. */
  List<Finding> wrong(Map<String, String> environment) {
    return wrong(environment, InstantSource.system(), PLENTY);
  }

  /** What is wrong by this clock. */
  List<Finding> wrong(Map<String, String> environment, InstantSource clock) {
    return wrong(environment, clock, PLENTY);
  }

  /** What is wrong where so many bytes are free. */
  List<Finding> wrong(Map<String, String> environment, long space) {
    return wrong(environment, InstantSource.system(), space);
  }

  private List<Finding> wrong(Map<String, String> environment, InstantSource clock, long space) {
    List<Finding> findings = findings(environment, clock, space);
    assertThat(findings.toString())
        .doesNotContain(TestWorkspace.SECRET)
        .doesNotContain(environment.getOrDefault("SLACK_BOT_TOKEN", "xoxb-"))
        .doesNotContain(environment.getOrDefault("SLACK_APP_TOKEN", "xapp-"));
    return findings.stream().filter(finding -> !finding.fine()).toList();
  }
}
