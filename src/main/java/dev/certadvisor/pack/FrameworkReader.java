package dev.certadvisor.pack;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.decision.Cue;
import dev.certadvisor.decision.Cues;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.decision.LineId;
import dev.certadvisor.decision.NextStep;
import dev.certadvisor.decision.Phrase;
import dev.certadvisor.decision.PlatformId;
import dev.certadvisor.decision.Pole;
import dev.certadvisor.decision.Question;
import dev.certadvisor.decision.Reachability;
import dev.certadvisor.decision.SitList;
import dev.certadvisor.knowledge.SectionId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads {@code framework.yaml}, and notes every mistake with its line. */
public final class FrameworkReader {

  /** What {@link FrameworkNodes#named} gives for an id that is missing. */
  private static final String NONE = "-";

  private final Known known;

  private FrameworkReader(Known known) {
    this.known = known;
  }

  /**
   * What the rest of the pack defines and the framework may name.
   *
   * @param sections sections of the guide
   * @param credentials credentials of the catalogue
   * @param directions the pack's directions
   * @param lines the pack's lines of work
   * @param platforms the pack's platforms
   */
  public record Known(
      Set<SectionId> sections,
      Set<CredentialId> credentials,
      Set<DirectionId> directions,
      Set<LineId> lines,
      Set<PlatformId> platforms) {

    /** Copies the sets. */
    public Known {
      sections = Set.copyOf(sections);
      credentials = Set.copyOf(credentials);
      directions = Set.copyOf(directions);
      lines = Set.copyOf(lines);
      platforms = Set.copyOf(platforms);
    }

    /** Whether the rest of the pack could be read far enough to tell what may be named. */
    boolean isWhole() {
      return !sections.isEmpty()
          && !credentials.isEmpty()
          && !directions.isEmpty()
          && !lines.isEmpty()
          && !platforms.isEmpty();
    }
  }

  /**
   * Reads a framework from text.
   *
   * @param file its path below the pack's folder, for messages
   * @param text the file's content
   * @param known what it may name
   * @param problems gets every mistake; the result must not be used where there is one
   */
  public static Framework read(String file, String text, Known known, Problems problems) {
    return read(YamlNode.parse(file, 1, text, problems), known, problems);
  }

  /**
   * Reads a framework.
   *
   * @param root the file
   * @param known what it may name
   * @param problems gets every mistake; the result must not be used where there is one
   */
  static Framework read(YamlNode root, Known known, Problems problems) {
    Framework framework = new FrameworkReader(known).framework(root);
    if (problems.isEmptyOf(root.file()) && known.isWhole()) {
      noteUnreachable(root, framework);
    }
    return framework;
  }

  /** Whether it stands in for a pole that is not given, or not in full. */
  static boolean isUnknown(Pole pole) {
    return pole.direction().value().equals(NONE)
        || pole.line().value().equals(NONE)
        || pole.platform().value().equals(NONE);
  }

  /** Checked last, since it needs a framework that is otherwise whole. */
  private static void noteUnreachable(YamlNode root, Framework framework) {
    List<Question> neverPut = Reachability.neverPut(framework);
    List<YamlNode> nodes = root.required("questions").items();
    for (int place = 0; place < nodes.size(); place++) {
      Question question = framework.questions().get(place);
      if (neverPut.contains(question)) {
        nodes
            .get(place)
            .problem(
                "nobody is ever asked \""
                    + question.id()
                    + "\": whatever is answered before, the direction is settled without it; give"
                    + " its choices more evidence or leave it out");
      }
    }
  }

  private Framework framework(YamlNode root) {
    root.onlyKeys(
        "version",
        "margin",
        "poles",
        "sit",
        "first-steps",
        "next-steps",
        "questions",
        "rules",
        "cues",
        "plain");
    List<Pole> poles = poles(root.required("poles"));
    QuestionReader questionReader = new QuestionReader(known.sections(), poles);
    List<Question> questions = questionReader.read(root.required("questions"));
    RuleReader ruleReader = new RuleReader(known, questions);
    return new Framework(
        root.required("version").text(),
        margin(root.required("margin")),
        poles.getFirst(),
        poles.getLast(),
        questions,
        sitLists(root.required("sit"), poles),
        root.optional("first-steps").map(this::firstSteps).orElse(Map.of()),
        nextSteps(root.required("next-steps")),
        root.optional("rules").map(ruleReader::read).orElse(List.of()),
        new Cues(cues(root.optional("cues")), plain(root.optional("plain"))));
  }

  private static int margin(YamlNode node) {
    int margin = FrameworkNodes.hundredths(node);
    if (margin <= 0) {
      node.problem("the margin has to be above 0");
    }
    return margin;
  }

  private List<Pole> poles(YamlNode list) {
    List<Pole> poles = new ArrayList<>();
    for (YamlNode item : list.items()) {
      item.onlyKeys("direction", "line", "platform");
      poles.add(
          new Pole(
              FrameworkNodes.named(
                  item.required("direction"), DirectionId::new, known.directions()),
              FrameworkNodes.named(item.required("line"), LineId::new, known.lines()),
              FrameworkNodes.named(item.required("platform"), PlatformId::new, known.platforms())));
    }
    if (list.isSequence() && poles.size() != 2) {
      list.problem("expected two poles, found " + poles.size());
    } else if (poles.size() == 2
        && poles.stream().noneMatch(FrameworkReader::isUnknown)
        && (poles.getFirst().direction().equals(poles.getLast().direction())
            || poles.getFirst().line().equals(poles.getLast().line())
            || poles.getFirst().platform().equals(poles.getLast().platform()))) {
      list.problem("the two poles have to differ in direction, line and platform");
    }
    Pole none = new Pole(new DirectionId(NONE), new LineId(NONE), new PlatformId(NONE));
    while (poles.size() < 2) {
      poles.add(none);
    }
    return poles;
  }

  private List<SitList> sitLists(YamlNode list, List<Pole> poles) {
    List<SitList> sitLists = new ArrayList<>();
    Set<String> corners = new HashSet<>();
    for (YamlNode item : list.items()) {
      item.onlyKeys("line", "platform", "credentials");
      LineId line = FrameworkNodes.named(item.required("line"), LineId::new, known.lines());
      PlatformId platform =
          FrameworkNodes.named(item.required("platform"), PlatformId::new, known.platforms());
      if (!corners.add(line + " on " + platform)) {
        item.problem("what to sit for " + line + " on " + platform + " is given twice");
      }
      YamlNode credentials = item.required("credentials");
      List<CredentialId> ids =
          credentials.items().stream()
              .map(node -> FrameworkNodes.named(node, CredentialId::new, known.credentials()))
              .toList();
      if (credentials.isSequence() && ids.isEmpty()) {
        credentials.problem("at least one credential is needed");
      }
      sitLists.add(new SitList(line, platform, ids));
    }
    if (!list.isSequence() || poles.stream().anyMatch(FrameworkReader::isUnknown)) {
      return sitLists;
    }
    for (Pole byLine : poles) {
      for (Pole byPlatform : poles) {
        String corner = byLine.line() + " on " + byPlatform.platform();
        if (!corners.contains(corner)) {
          list.problem("nothing says what to sit for " + corner);
        }
      }
    }
    return sitLists;
  }

  private Map<PlatformId, CredentialId> firstSteps(YamlNode mapping) {
    Map<PlatformId, CredentialId> steps = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach((platform, credential) -> {
          PlatformId id = new PlatformId(platform.isEmpty() ? "-" : platform);
          if (!known.platforms().isEmpty() && !known.platforms().contains(id)) {
            credential.problem(FrameworkNodes.unknown(platform, known.platforms()));
          }
          steps.put(id, FrameworkNodes.named(credential, CredentialId::new, known.credentials()));
        });
    return steps;
  }

  private List<NextStep> nextSteps(YamlNode list) {
    List<NextStep> steps = new ArrayList<>();
    for (YamlNode item : list.someItems("next step")) {
      item.onlyKeys("text", "section");
      steps.add(
          new NextStep(
              item.required("text").text(),
              FrameworkNodes.named(item.required("section"), SectionId::new, known.sections())));
    }
    return steps;
  }

  /** The cues of general English, and what the pack adds to them. */
  private static Map<Cue, List<Phrase>> cues(Optional<YamlNode> own) {
    Map<Cue, List<Phrase>> cues = new EnumMap<>(Cue.class);
    addCues(GeneralEnglish.get("cues"), cues);
    own.ifPresent(mapping -> addCues(mapping, cues));
    return cues;
  }

  private static void addCues(YamlNode mapping, Map<Cue, List<Phrase>> cues) {
    mapping
        .entries()
        .forEach((name, phrases) -> {
          try {
            Cue cue = Cue.valueOf(name.toUpperCase(Locale.ROOT));
            cues.computeIfAbsent(cue, none -> new ArrayList<>())
                .addAll(FrameworkNodes.phrases(phrases));
          } catch (IllegalArgumentException e) {
            phrases.problem(
                "unknown cue \""
                    + name
                    + "\"; allowed: "
                    + Arrays.stream(Cue.values())
                        .map(cue -> cue.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
          }
        });
  }

  private static Set<String> plain(Optional<YamlNode> own) {
    return Stream.concat(Stream.of(GeneralEnglish.get("plain")), own.stream())
        .flatMap(words -> words.texts().stream())
        .flatMap(line -> Stream.of(line.split("\\s+")))
        .collect(Collectors.toSet());
  }
}
