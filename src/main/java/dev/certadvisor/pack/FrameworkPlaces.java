package dev.certadvisor.pack;

import dev.certadvisor.decision.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** Finds where in a pack's framework what an audit finds wrong is written. */
public final class FrameworkPlaces {

  private final YamlNode root;

  private FrameworkPlaces(YamlNode root) {
    this.root = root;
  }

  /**
   * The places of a framework that was read without a mistake.
   *
   * @throws IllegalArgumentException if the pack has no framework
   */
  public static FrameworkPlaces of(PackFiles files) {
    byte[] text =
        files
            .bytes(PackFiles.FRAMEWORK)
            .orElseThrow(() -> new IllegalArgumentException("the pack has no framework"));
    return new FrameworkPlaces(
        YamlNode.parse(
            PackFiles.FRAMEWORK, 1, new String(text, StandardCharsets.UTF_8), new Problems()));
  }

  /** The fault as a mistake at its line; in the first line where it is about all of the file. */
  public Problem problem(Fault fault) {
    return new Problem(root.file(), line(fault.place()), fault.message());
  }

  private int line(Fault.Place place) {
    return switch (place) {
      case Fault.Place.Whole whole -> 1;
      case Fault.Place.OfQuestion(var id) -> line("questions", item -> says(item, "id", id));
      case Fault.Place.OfCorner(var line, var platform) ->
          line("sit", item -> says(item, "line", line) && says(item, "platform", platform));
      case Fault.Place.OfFirstStep(var platform) ->
          root.required("first-steps").required(platform.value()).line();
      case Fault.Place.OfRule(var rule) -> line("rules", item -> says(item, "rule", rule));
    };
  }

  private int line(String list, Predicate<YamlNode> isIt) {
    List<YamlNode> items = root.required(list).items();
    return items.stream().filter(isIt).findFirst().map(YamlNode::line).orElse(1);
  }

  private static boolean says(YamlNode item, String key, Object value) {
    return item.required(key).text().equals(value.toString());
  }
}
