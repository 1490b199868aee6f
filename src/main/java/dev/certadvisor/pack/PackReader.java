package dev.certadvisor.pack;

import static dev.certadvisor.pack.PackFiles.CATALOGUE;
import static dev.certadvisor.pack.PackFiles.FRAMEWORK;
import static dev.certadvisor.pack.PackFiles.GUIDE;
import static dev.certadvisor.pack.PackFiles.MANIFEST;
import static dev.certadvisor.pack.PackFiles.PHRASES;

import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.catalogue.Credential;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.knowledge.Guide;
import dev.certadvisor.knowledge.Section;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads a pack's folder and checks all of it. */
public final class PackReader {

  private final PackFiles files;
  private final Problems problems = new Problems();

  private PackReader(PackFiles files) {
    this.files = files;
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
        return problems.size() == 1 ? "1 mistake" : problems.size() + " mistakes";
      }
    }
  }

  /** Reads the pack in a folder. */
  public static Result read(Path folder) {
    return read(PackFiles.in(folder));
  }

  /** Reads a pack from its files. */
  public static Result read(PackFiles files) {
    return new PackReader(files).read();
  }

  private Result read() {
    if (!files.isThere()) {
      return new Result.Faulty(
          List.of(
              new Problem(
                  files.folder().toString(), 0, "is no folder; a content pack is expected there")));
    }
    Optional<YamlNode> manifestNode = node(MANIFEST);
    if (manifestNode.isEmpty()) {
      return faulty();
    }
    Manifest manifest = ManifestReader.read(manifestNode.get());
    GuideReader guideReader = new GuideReader(manifest, problems);
    Guide guide = guideReader.read(guideTexts());
    Optional<YamlNode> catalogueNode = node(CATALOGUE);
    Optional<Catalogue> catalogue = catalogueNode.map(CatalogueReader::read);
    Optional<Framework> framework =
        catalogue.flatMap(known ->
            text(FRAMEWORK)
                .map(text ->
                    FrameworkReader.read(
                        FRAMEWORK, text, known(manifest, guide, known), problems)));
    Optional<YamlNode> phrasesNode = node(PHRASES);
    Optional<Phrases> phrases = phrasesNode.map(root -> PhrasesReader.read(root, problems));
    if (problems.isEmpty() && catalogue.isPresent()) {
      CrossReferences references = new CrossReferences(manifest);
      references.checkManifest(manifestNode.get(), catalogue.get());
      catalogueNode.ifPresent(references::checkCatalogue);
      phrasesNode.ifPresent(references::checkPhrases);
    }
    if (!problems.isEmpty() || catalogue.isEmpty() || framework.isEmpty() || phrases.isEmpty()) {
      return faulty();
    }
    return new Result.Sound(
        new Pack(files.edition(), manifest, guide, catalogue.get(), framework.get(), phrases.get()),
        guideReader.claimsCarried());
  }

  private static FrameworkReader.Known known(Manifest manifest, Guide guide, Catalogue catalogue) {
    return new FrameworkReader.Known(
        guide.sections().stream().map(Section::id).collect(Collectors.toSet()),
        catalogue.credentials().stream().map(Credential::id).collect(Collectors.toSet()),
        manifest.directions().stream().map(Manifest.Direction::id).collect(Collectors.toSet()),
        manifest.lines().keySet(),
        manifest.platforms().keySet());
  }

  private Result faulty() {
    return new Result.Faulty(problems.all());
  }

  private Map<String, String> guideTexts() {
    Map<String, String> texts = new LinkedHashMap<>();
    if (files.guide().isEmpty()) {
      problems.add(GUIDE, 0, "is missing; expected a folder of Markdown files, one a section");
    }
    files.guide().forEach(name -> text(name).ifPresent(text -> texts.put(name, text)));
    return texts;
  }

  private Optional<YamlNode> node(String file) {
    return text(file).map(text -> YamlNode.parse(file, 1, text, problems));
  }

  private Optional<String> text(String file) {
    Optional<byte[]> bytes = files.bytes(file);
    if (bytes.isEmpty()) {
      problems.add(file, 0, "is missing or cannot be read");
      return Optional.empty();
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString());
    } catch (CharacterCodingException e) {
      problems.add(file, 0, "is not UTF-8");
      return Optional.empty();
    }
  }
}
