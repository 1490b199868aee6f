package dev.certadvisor.pack;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.LineId;
import dev.certadvisor.decision.PlatformId;
import dev.certadvisor.knowledge.SubjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads {@code pack.yaml}. */
final class ManifestReader {

  private static final String NO_NAME = "-";

  private ManifestReader() {}

  static Manifest read(YamlNode root) {
    root.onlyKeys(
        "id",
        "version",
        "title",
        "about",
        "introduction",
        "subjects",
        "directions",
        "lines",
        "platforms",
        "topics",
        "claims");
    List<Manifest.Subject> subjects = subjects(root.required("subjects"));
    return new Manifest(
        id(root.required("id")),
        root.required("version").text(),
        root.required("title").text(),
        root.required("about").text(),
        IntroductionReader.read(root.required("introduction")),
        subjects,
        directions(root.required("directions"), subjects),
        names(root.required("lines"), "line of work", LineId::new),
        names(root.required("platforms"), "platform", PlatformId::new),
        topics(root.required("topics")),
        root.optional("claims").map(YamlNode::wholeNumber).orElse(0));
  }

  private static List<Manifest.Subject> subjects(YamlNode list) {
    List<Manifest.Subject> subjects = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode item : list.someItems("subject")) {
      item.onlyKeys("id", "name", "short", "credential");
      subjects.add(
          new Manifest.Subject(
              new SubjectId(uniqueId(item, seen)),
              item.required("name").text(),
              item.required("short").text(),
              new CredentialId(id(item.required("credential")))));
    }
    return subjects;
  }

  private static List<Manifest.Direction> directions(
      YamlNode list, List<Manifest.Subject> subjects) {
    List<Manifest.Direction> directions = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode item : list.someItems("direction")) {
      item.onlyKeys("id", "name", "subject");
      YamlNode subjectNode = item.required("subject");
      SubjectId subject = new SubjectId(id(subjectNode));
      if (!subjectNode.isMissing()
          && !subjects.isEmpty()
          && subjects.stream().noneMatch(known -> known.id().equals(subject))) {
        subjectNode.problem(
            "unknown subject \"%s\"; allowed: %s"
                .formatted(
                    subject,
                    subjects.stream()
                        .map(known -> known.id().value())
                        .collect(Collectors.joining(", "))));
      }
      directions.add(
          new Manifest.Direction(
              new DirectionId(uniqueId(item, seen)), item.required("name").text(), subject));
    }
    return directions;
  }

  private static <K> Map<K, String> names(YamlNode list, String what, Function<String, K> toKey) {
    Map<K, String> names = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (YamlNode item : list.someItems(what)) {
      item.onlyKeys("id", "name");
      names.put(toKey.apply(uniqueId(item, seen)), item.required("name").text());
    }
    return names;
  }

  private static Map<String, String> topics(YamlNode mapping) {
    Map<String, String> topics = new LinkedHashMap<>();
    mapping.someEntries("topic").forEach((word, name) -> topics.put(word, name.text()));
    return topics;
  }

  private static String uniqueId(YamlNode item, Set<String> seen) {
    YamlNode node = item.required("id");
    String id = id(node);
    if (!node.isMissing() && !seen.add(id)) {
      node.problem("duplicate id \"" + id + "\"");
    }
    return id;
  }

  /**
   * The id that is written there; a stand-in where none is, which is already noted as a problem.
   */
  private static String id(YamlNode node) {
    String text = node.text();
    return text.isEmpty() ? NO_NAME : text;
  }
}
