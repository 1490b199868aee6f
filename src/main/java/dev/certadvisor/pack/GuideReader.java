package dev.certadvisor.pack;

import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.Section;
import dev.certadvisor.knowledge.SectionId;
import dev.certadvisor.knowledge.SubjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.Block;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Reads the guide's Markdown files, one section each, and checks them.
 *
 * <p>A section is a level-1 heading with its id, a summary, and its passages: a level-2 heading
 * with an id, a fenced YAML block and plain paragraphs. {@code src/docs/authoring.md} shows one.
 */
final class GuideReader {

  /** What a passage's text may measure at most: Slack shows 3,000 characters in a section block. */
  static final int MAX_PASSAGE_CHARS = 1_500;

  /** Fewer words hardly stand alone, more are not read in a chat. */
  static final int MIN_PASSAGE_WORDS = 40;

  static final int MAX_PASSAGE_WORDS = 120;

  /** A note is small print under the quote. */
  static final int MAX_NOTE_WORDS = 90;

  static final int MIN_EXAMPLE_QUESTIONS = 4;
  static final int MAX_TITLE_CHARS = 120;

  private static final Pattern HEADING = Pattern.compile("(?<title>.+?)\\s*\\{#(?<id>[a-z0-9-]+)}");
  private static final Parser MARKDOWN =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private final Manifest manifest;
  private final Problems problems;
  private final Map<String, String> sectionFiles = new HashMap<>();
  private boolean isNamed = true;
  private boolean isWhole = true;
  private final Map<Integer, PassageId> carriers = new HashMap<>();
  private final Map<String, PassageId> examples = new HashMap<>();

  GuideReader(Manifest manifest, Problems problems) {
    this.manifest = manifest;
    this.problems = problems;
  }

  /**
   * Reads all files.
   *
   * @param textByFile the files' texts by path, in reading order
   */
  Guide read(Map<String, String> textByFile) {
    List<Section> sections = new ArrayList<>();
    textByFile.forEach((file, text) -> section(file, text).ifPresent(sections::add));
    isWhole &= isNamed;
    if (textByFile.isEmpty()) {
      problems.add(
          "guide", 1, "is missing or empty; expected a folder of Markdown files, one a section");
    } else if (isWhole) {
      checkClaims();
    }
    return new Guide(sections);
  }

  private void checkClaims() {
    for (int claim = 1; claim <= manifest.claims(); claim++) {
      if (!carriers.containsKey(claim)) {
        problems.add("guide", 1, "no passage carries claim " + claim);
      }
    }
  }

  /**
   * The ids of all sections, also of those that have a mistake; none where a file gave no id, so
   * that nobody can tell which is unknown.
   */
  Set<SectionId> sectionIds() {
    return isNamed
        ? sectionFiles.keySet().stream().map(SectionId::new).collect(Collectors.toSet())
        : Set.of();
  }

  /** How many claims of the inventory are carried by a passage. */
  int claimsCarried() {
    return carriers.size();
  }

  private Optional<Section> section(String file, String text) {
    List<String> lines = text.lines().toList();
    List<Block> blocks = blocks(text);
    if (blocks.isEmpty()
        || !(blocks.getFirst() instanceof Heading first)
        || first.getLevel() != 1) {
      isNamed = false;
      problems.add(file, 1, "expected a heading \"# Title {#section-id}\" first");
      return Optional.empty();
    }
    Optional<Titled> titled = titled(file, first, lines);
    if (titled.isEmpty()) {
      isNamed = false;
      return Optional.empty();
    }
    SectionId id = new SectionId(titled.get().id());
    String earlier = sectionFiles.putIfAbsent(id.value(), file);
    if (earlier != null) {
      problems.add(
          file, line(first), "duplicate section id \"" + id + "\", first given in " + earlier);
    }
    int next = 1;
    List<String> summary = new ArrayList<>();
    while (next < blocks.size() && blocks.get(next) instanceof Paragraph paragraph) {
      summary.add(prose(paragraph, lines));
      next++;
    }
    if (summary.isEmpty()) {
      problems.add(file, line(first), "section \"" + id + "\" has no summary under its heading");
    }
    List<Passage> passages = passages(file, id, blocks.subList(next, blocks.size()), lines);
    if (passages.isEmpty()) {
      problems.add(file, line(first), "section \"" + id + "\" has no passage");
    }
    return Optional.of(new Section(id, titled.get().title(), String.join(" ", summary), passages));
  }

  private List<Passage> passages(
      String file, SectionId section, List<Block> blocks, List<String> lines) {
    List<Passage> passages = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < blocks.size(); ) {
      int end = i + 1;
      while (end < blocks.size() && !(blocks.get(end) instanceof Heading)) {
        end++;
      }
      if (blocks.get(i) instanceof Heading heading && heading.getLevel() == 2) {
        List<Block> body = blocks.subList(i + 1, end);
        titled(file, heading, lines)
            .ifPresent(titled -> {
              if (!names.add(titled.id())) {
                problems.add(file, line(heading), "duplicate passage id \"" + titled.id() + "\"");
              }
              passage(file, section, titled, heading, body, lines).ifPresent(passages::add);
            });
      } else {
        isWhole = false;
        problems.add(file, line(blocks.get(i)), "expected a heading \"## Title {#passage-id}\"");
      }
      i = end;
    }
    return passages;
  }

  private Optional<Passage> passage(
      String file,
      SectionId section,
      Titled titled,
      Heading heading,
      List<Block> body,
      List<String> lines) {
    PassageId id = new PassageId(section, titled.id());
    if (body.isEmpty()
        || !(body.getFirst() instanceof FencedCodeBlock fence)
        || !"yaml".equals(fence.getInfo())) {
      problems.add(
          file, line(heading), "passage \"" + id + "\" needs a ```yaml block under its heading");
      isWhole = false;
      return Optional.empty();
    }
    YamlNode about = YamlNode.parse(file, line(fence) + 1, fence.getLiteral(), problems);
    if (!about.isMapping()) {
      isWhole = false;
      if (!about.isAbsent() || fence.getLiteral().isBlank()) {
        problems.add(
            file, line(fence), "passage \"" + id + "\" needs a mapping in its ```yaml block");
      }
      return Optional.empty();
    }
    about.onlyKeys("about", "topics", "claims", "now", "asked");
    String text = text(file, id, heading, body.subList(1, body.size()), lines);
    return Optional.of(
        new Passage(
            id,
            titled.title(),
            text,
            subjects(about),
            topics(about),
            claims(about, id),
            about.optional("now").map(this::note),
            asked(about.required("asked"), id)));
  }

  private String text(
      String file, PassageId id, Heading heading, List<Block> paragraphs, List<String> lines) {
    for (Block block : paragraphs) {
      if (!(block instanceof Paragraph)) {
        problems.add(file, line(block), "passage \"" + id + "\" may hold plain paragraphs only");
      }
    }
    String text =
        paragraphs.stream()
            .filter(Paragraph.class::isInstance)
            .map(block -> prose(block, lines))
            .collect(Collectors.joining("\n\n"));
    int words = words(text);
    if (words < MIN_PASSAGE_WORDS
        || words > MAX_PASSAGE_WORDS
        || text.length() > MAX_PASSAGE_CHARS) {
      problems.add(
          file,
          line(heading),
          "passage \"%s\" has %d words and %d characters; allowed: %d to %d words, at most %d characters"
              .formatted(
                  id,
                  words,
                  text.length(),
                  MIN_PASSAGE_WORDS,
                  MAX_PASSAGE_WORDS,
                  MAX_PASSAGE_CHARS));
    }
    return text;
  }

  private List<SubjectId> subjects(YamlNode about) {
    List<SubjectId> subjects = new ArrayList<>();
    for (YamlNode item : about.required("about").items()) {
      SubjectId subject = new SubjectId(item.isMissing() ? "-" : item.text());
      if (!item.isMissing()
          && !manifest.subjects().isEmpty()
          && manifest.subjects().stream().noneMatch(known -> known.id().equals(subject))) {
        item.problem("unknown subject \"" + subject + "\"; known: " + subjectIds());
      }
      subjects.add(subject);
    }
    return subjects;
  }

  private String subjectIds() {
    return manifest.subjects().stream().map(s -> s.id().value()).collect(Collectors.joining(", "));
  }

  private List<String> topics(YamlNode about) {
    List<String> topics = new ArrayList<>();
    for (YamlNode item : about.required("topics").items()) {
      if (!manifest.topics().isEmpty() && !manifest.topics().containsKey(item.text())) {
        item.problem(
            "unknown topic \""
                + item.text()
                + "\"; known: "
                + String.join(", ", manifest.topics().keySet()));
      }
      topics.add(item.text());
    }
    return topics;
  }

  private List<Integer> claims(YamlNode about, PassageId id) {
    List<Integer> claims = new ArrayList<>();
    for (YamlNode item : about.optional("claims").map(YamlNode::items).orElse(List.of())) {
      int claim = item.wholeNumber();
      if (manifest.subjects().isEmpty()) {
        continue; // nothing is known of the pack, which is told
      }
      if (claim < 1 || claim > manifest.claims()) {
        item.problem(
            "claim " + claim + " is not in the inventory; known: 1 to " + manifest.claims());
      } else {
        carriers.putIfAbsent(claim, id);
      }
      claims.add(claim);
    }
    return claims;
  }

  private String note(YamlNode node) {
    String note = fold(node.text());
    if (words(note) > MAX_NOTE_WORDS) {
      node.problem("the note has " + words(note) + " words; allowed: " + MAX_NOTE_WORDS);
    }
    return note;
  }

  private List<String> asked(YamlNode list, PassageId id) {
    List<YamlNode> items = list.items();
    if (!list.isMissing() && items.size() < MIN_EXAMPLE_QUESTIONS) {
      list.problem(
          "passage \"%s\" has %d example questions; at least %d are needed"
              .formatted(id, items.size(), MIN_EXAMPLE_QUESTIONS));
    }
    for (YamlNode item : items) {
      PassageId earlier = examples.putIfAbsent(item.text().toLowerCase(Locale.ROOT), id);
      if (earlier != null) {
        item.problem(
            "example question is given already at " + earlier + ": \"" + item.text() + "\"");
      }
    }
    return items.stream().map(YamlNode::text).toList();
  }

  private Optional<Titled> titled(String file, Heading heading, List<String> lines) {
    String source = lines.get(line(heading) - 1).replaceFirst("^#+\\s*", "").strip();
    Matcher matcher = HEADING.matcher(source);
    if (!matcher.matches()) {
      problems.add(file, line(heading), "expected \"Title {#id}\" with an id of a-z, 0-9 and -");
      return Optional.empty();
    }
    if (matcher.group("title").length() > MAX_TITLE_CHARS) {
      problems.add(
          file, line(heading), "the title is longer than " + MAX_TITLE_CHARS + " characters");
    }
    return Optional.of(new Titled(matcher.group("title"), matcher.group("id")));
  }

  private static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    Node node = MARKDOWN.parse(text).getFirstChild();
    while (node != null) {
      blocks.add((Block) node);
      node = node.getNext();
    }
    return blocks;
  }

  /** The paragraph as it stands in the file, lines joined by blanks: quotes have to be exact. */
  private static String prose(Block block, List<String> lines) {
    return fold(
        block.getSourceSpans().stream()
            .map(SourceSpan::getLineIndex)
            .map(lines::get)
            .collect(Collectors.joining(" ")));
  }

  private static String fold(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  private static int line(Block block) {
    return block.getSourceSpans().getFirst().getLineIndex() + 1;
  }

  private record Titled(String title, String id) {}
}
