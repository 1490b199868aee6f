package dev.certadvisor.pack;

import static dev.certadvisor.pack.PackFiles.CATALOGUE;
import static dev.certadvisor.pack.PackFiles.FRAMEWORK;
import static dev.certadvisor.pack.PackFiles.MANIFEST;
import static dev.certadvisor.pack.PackFiles.PHRASES;

import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.SectionId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a pack's folder and checks all of it. */
public final class PackReader {

  private final PackFiles files;
  private final Optional<LocalDate> today;
  private final Problems problems = new Problems();

  private PackReader(PackFiles files, Optional<LocalDate> today) {
    this.files = files;
    this.today = today;
  }

  /** What comes of reading a pack. */
  public sealed interface Result {

    /**
     * A pack without a mistake.
     *
     * @param pack the pack
     * @param claimsCarried how many claims of its inventory a passage carries
     */
    record Sound(Pack pack, int claimsCarried) implements Result {}

    /**
     * A pack that must not be used.
     *
     * @param problems every mistake, by file and line; at least one
     */
    record Faulty(List<Problem> problems) implements Result {

      /** Copies the list. */
      public Faulty {
        problems = List.copyOf(problems);
      }

      /** How many there are, in words. */
      public String count() {
        return Problem.count(problems);
      }
    }
  }

  /** Reads the pack in a folder. */
  public static Result read(Path folder) {
    return read(PackFiles.in(folder));
  }

  /** Reads a pack from its files. */
  public static Result read(PackFiles files) {
    return new PackReader(files, Optional.empty()).read();
  }

  /**
   * Reads a pack as its author has it checked: what it says was seen later than today is a mistake
   * too. To use a pack that is none, since advice may be asked for as of an earlier day.
   */
  public static Result check(PackFiles files, LocalDate today) {
    return new PackReader(files, Optional.of(today)).read();
  }

  private Result read() {
    if (!files.isThere()) {
      return new Result.Faulty(
          List.of(
              new Problem(
                  files.folder().toString(), 0, "is no folder; a content pack is expected there")));
    }
    YamlNode manifestNode = node(MANIFEST);
    YamlNode catalogueNode = node(CATALOGUE);
    YamlNode frameworkNode = node(FRAMEWORK);
    YamlNode phrasesNode = node(PHRASES);
    Manifest manifest = ManifestReader.read(manifestNode);
    GuideReader guideReader = new GuideReader(manifest, problems);
    Guide guide = guideReader.read(guideTexts());
    Catalogue catalogue = CatalogueReader.read(catalogueNode, today);
    Set<String> codes = CatalogueReader.codes(catalogueNode);
    Framework framework =
        FrameworkReader.read(
            frameworkNode, known(manifest, guideReader.sectionIds(), codes), problems);
    Phrases phrases = PhrasesReader.read(phrasesNode, problems);
    CrossReferences references = new CrossReferences(manifest);
    references.checkManifest(manifestNode, codes);
    references.checkCatalogue(catalogueNode);
    references.checkPhrases(phrasesNode);
    return problems.isEmpty()
        ? new Result.Sound(
            new Pack(files.edition(), manifest, guide, catalogue, framework, phrases),
            guideReader.claimsCarried())
        : new Result.Faulty(problems.all());
  }

  private static FrameworkReader.Known known(
      Manifest manifest, Set<SectionId> sections, Set<String> codes) {
    return new FrameworkReader.Known(
        sections,
        codes.stream().map(CredentialId::new).collect(Collectors.toSet()),
        manifest.directions().stream().map(Manifest.Direction::id).collect(Collectors.toSet()),
        manifest.lines().keySet(),
        manifest.platforms().keySet());
  }

  private Map<String, String> guideTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    files.guide().forEach(name -> text(name).ifPresent(text -> texts.put(name, text)));
    return texts;
  }

  private YamlNode node(String file) {
    Optional<String> text = text(file);
    if (text.isEmpty()) {
      return YamlNode.unread(file, 1, problems);
    }
    YamlNode root = YamlNode.parse(file, 1, text.get(), problems);
    if (root.isMissing() && problems.isEmptyOf(file)) {
      problems.add(file, 1, "is empty");
      return YamlNode.unread(file, 1, problems);
    }
    return root;
  }

  private Optional<String> text(String file) {
    Optional<byte[]> bytes = files.bytes(file);
    if (bytes.isEmpty()) {
      problems.add(file, 1, "is missing or cannot be read");
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString());
    } catch (CharacterCodingException e) {
      problems.add(file, 1, "is not UTF-8");
      return Optional.empty();
    }
  }
}
