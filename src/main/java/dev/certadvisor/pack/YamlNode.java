package dev.certadvisor.pack;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A piece of a YAML file that knows its line. Every question put to it that it cannot answer
 * becomes a {@link Problem} at that line, and an empty or neutral value, so that reading goes on
 * and finds the next mistake too. Scalars are texts as written: {@code no} is the word "no".
 */
final class YamlNode {

  private final String file;
  private final int firstLine;
  private final @Nullable Node node;
  private final Problems problems;
  private final boolean unread;

  private YamlNode(
      String file, int firstLine, @Nullable Node node, Problems problems, boolean unread) {
    this.file = file;
    this.firstLine = firstLine;
    this.node = node;
    this.problems = problems;
    this.unread = unread;
  }

  private YamlNode at(Node other) {
    return new YamlNode(file, firstLine, other, problems, false);
  }

  /**
   * Stands in for what could not be read, after that was noted: whatever it is asked for is missing
   * without a further problem.
   */
  static YamlNode unread(String file, int line, Problems problems) {
    return new YamlNode(file, line, null, problems, true);
  }

  /**
   * Reads YAML text.
   *
   * @param file for messages
   * @param firstLine the line of the file at which the text begins, counted from 1
   * @param text the YAML
   * @param problems gets a syntax error, if there is one; the result is then {@link #unread}
   */
  static YamlNode parse(String file, int firstLine, String text, Problems problems) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(true); // reported below, with both lines
    options.setCodePointLimit(50_000_000);
    try {
      Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
      return new YamlNode(file, firstLine, root, problems, false);
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine();
      problems.add(file, firstLine + line, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      problems.add(file, firstLine, "not YAML: " + e.getMessage());
    }
    return unread(file, firstLine, problems);
  }

  String file() {
    return file;
  }

  /** Counted from 1. */
  int line() {
    return node == null ? firstLine : firstLine + node.getStartMark().getLine();
  }

  /** Whether there is nothing here. */
  boolean isMissing() {
    return node == null || (node instanceof ScalarNode scalar && scalar.getValue().isEmpty());
  }

  /** Whether there is not even a place here: what is wrong with that is noted already. */
  boolean isAbsent() {
    return node == null;
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isSequence() {
    return node instanceof SequenceNode;
  }

  /** Notes every key that is not among those allowed. */
  YamlNode onlyKeys(String... allowed) {
    Set<String> known = Set.of(allowed);
    entries()
        .forEach((key, value) -> {
          if (!known.contains(key)) {
            problems.add(
                value, "unknown key \"" + key + "\"; allowed: " + String.join(", ", allowed));
          }
        });
    return this;
  }

  /** The mapping's entries in the file's order; empty, with a problem, where this is no mapping. */
  Map<String, YamlNode> entries() {
    Map<String, YamlNode> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      if (!isMissing()) {
        problems.add(this, "expected a mapping (key: value)");
      }
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      YamlNode key = at(tuple.getKeyNode());
      YamlNode value = at(tuple.getValueNode());
      YamlNode earlier = entries.putIfAbsent(key.text(), value);
      if (earlier != null) {
        problems.add(
            key, "duplicate key \"" + key.text() + "\", first given in line " + earlier.line());
      }
    }
    return entries;
  }

  /** The mapping's entries, of which there has to be at least one. */
  Map<String, YamlNode> someEntries(String what) {
    Map<String, YamlNode> entries = entries();
    if (entries.isEmpty() && isMapping()) {
      problems.add(this, "expected at least one " + what);
    }
    return entries;
  }

  /** The sequence's items, of which there has to be at least one. */
  List<YamlNode> someItems(String what) {
    List<YamlNode> items = items();
    if (items.isEmpty() && isSequence()) {
      problems.add(this, "expected at least one " + what);
    }
    return items;
  }

  /** The value of a key that may be left out. */
  Optional<YamlNode> optional(String key) {
    return node instanceof MappingNode ? Optional.ofNullable(entries().get(key)) : Optional.empty();
  }

  /**
   * The value of a key that has to be there; a missing one is a problem and {@link #unread}. Where
   * this is no mapping, that is the problem.
   */
  YamlNode required(String key) {
    if (unread) {
      return this;
    }
    YamlNode value = entries().get(key);
    if (value != null && !value.isMissing()) {
      return value;
    }
    if (node == null || node instanceof MappingNode) {
      problems.add(value == null ? this : value, "\"" + key + "\" is missing");
    }
    return unread(file, line(), problems);
  }

  /** The sequence's items; empty, with a problem, where this is no sequence. */
  List<YamlNode> items() {
    List<YamlNode> items = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> items.add(at(item)));
    } else if (!isMissing()) {
      problems.add(this, "expected a list");
    }
    return items;
  }

  /** The items as texts. */
  List<String> texts() {
    return items().stream().map(YamlNode::text).toList();
  }

  /**
   * The scalar's text, with surrounding white space off; empty, with a problem, where this is no
   * scalar.
   */
  String text() {
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue().strip();
    }
    if (node != null) {
      problems.add(this, "expected a text");
    }
    return "";
  }

  /** A whole number, or 0 with a problem. */
  int wholeNumber() {
    if (isAbsent()) {
      return 0;
    }
    try {
      return Integer.parseInt(text());
    } catch (NumberFormatException e) {
      problems.add(this, "expected a whole number, found \"" + text() + "\"");
      return 0;
    }
  }

  /** A number, or 0 with a problem. */
  double number() {
    if (isAbsent()) {
      return 0;
    }
    try {
      double value = Double.parseDouble(text());
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    problems.add(this, "expected a number, found \"" + text() + "\"");
    return 0;
  }

  /** {@code true} or {@code false}; anything else is false with a problem. */
  boolean flag() {
    String text = text();
    if (!isAbsent() && !text.equals("true") && !text.equals("false")) {
      problems.add(this, "expected true or false, found \"" + text + "\"");
    }
    return text.equals("true");
  }

  /** A day as {@code yyyy-mm-dd}, or the epoch's first day with a problem. */
  LocalDate day() {
    if (isAbsent()) {
      return LocalDate.EPOCH;
    }
    try {
      return LocalDate.parse(text());
    } catch (DateTimeParseException e) {
      problems.add(this, "expected a day as yyyy-mm-dd, found \"" + text() + "\"");
      return LocalDate.EPOCH;
    }
  }

  /** Notes a mistake here. */
  void problem(String message) {
    problems.add(this, message);
  }
}
