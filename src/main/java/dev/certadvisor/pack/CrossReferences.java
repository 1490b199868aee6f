package dev.certadvisor.pack;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.knowledge.SubjectId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The names that one file of a pack uses and another defines. A name that nothing defines would not
 * fail anything: a phrase would teach a topic that no passage has, a credential would belong to no
 * side. So each is looked up here.
 */
final class CrossReferences {

  private final Manifest manifest;

  CrossReferences(Manifest manifest) {
    this.manifest = manifest;
  }

  /** Each subject's credential has to be in the catalogue. */
  void checkManifest(YamlNode root, Set<String> codes) {
    root.required("subjects")
        .items()
        .forEach(item -> check(item.required("credential"), "credential", codes));
  }

  /** Each credential has to name a subject, a line of work and a platform of the pack. */
  void checkCatalogue(YamlNode root) {
    Set<String> subjects = subjects();
    Set<String> lines = words(manifest.lines().keySet());
    Set<String> platforms = words(manifest.platforms().keySet());
    for (YamlNode credential : root.required("credentials").entries().values()) {
      check(credential.required("subject"), "subject", subjects);
      credential.optional("line").ifPresent(line -> check(line, "line of work", lines));
      check(credential.required("platform"), "platform", platforms);
    }
  }

  /** Each list of words has to stand for a subject, a topic or an attribute that there is. */
  void checkPhrases(YamlNode root) {
    checkKeys(root.required("subjects"), "subject", subjects());
    checkKeys(root.required("topics"), "topic", manifest.topics().keySet());
    Set<String> attributes =
        Arrays.stream(Attribute.values()).map(Attribute::key).collect(Collectors.toSet());
    root.optional("attributes").ifPresent(node -> checkKeys(node, "attribute", attributes));
  }

  private Set<String> subjects() {
    return manifest.subjects().stream()
        .map(Manifest.Subject::id)
        .map(SubjectId::value)
        .collect(Collectors.toSet());
  }

  private static Set<String> words(Collection<?> ids) {
    return ids.stream().map(Object::toString).collect(Collectors.toSet());
  }

  private static void checkKeys(YamlNode node, String kind, Set<String> known) {
    for (Map.Entry<String, YamlNode> entry : node.entries().entrySet()) {
      check(entry.getValue(), entry.getKey(), kind, known);
    }
  }

  private static void check(YamlNode node, String kind, Set<String> known) {
    if (!node.isMissing()) {
      check(node, node.text(), kind, known);
    }
  }

  /** Where nothing is known, that is the mistake, and told at its own place. */
  private static void check(YamlNode node, String name, String kind, Set<String> known) {
    if (!known.isEmpty() && !known.contains(name)) {
      node.problem(
          "unknown %s \"%s\"; allowed: %s"
              .formatted(kind, name, String.join(", ", new TreeSet<>(known))));
    }
  }
}
