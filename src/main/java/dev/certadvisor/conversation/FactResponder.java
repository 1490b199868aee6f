package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.Attribute;
import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.conversation.Reply.Kind;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.knowledge.Answer;
import dev.certadvisor.knowledge.Answer.Quoted;
import dev.certadvisor.knowledge.PassageId;
import dev.certadvisor.knowledge.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers matters of fact from the catalogue, with what the guide clearly says of them below. */
final class FactResponder {

  /** Below this an aside of the guide on a matter of fact is noise. */
  private static final double BESIDE = 0.8;

  private final Expertise expertise;
  private final GuideResponder guide;
  private final AnswerComposer answers;
  private final CatalogueWording catalogueWording;
  private final Supplier<LocalDate> today;

  /**
   * @param expertise the pack, ready to be asked
   * @param guide for credentials that the catalogue does not know
   * @param answers quotes the guide
   * @param catalogueWording puts facts into words
   * @param today the day for which facts hold
   */
  FactResponder(
      Expertise expertise,
      GuideResponder guide,
      AnswerComposer answers,
      CatalogueWording catalogueWording,
      Supplier<LocalDate> today) {
    this.expertise = expertise;
    this.guide = guide;
    this.answers = answers;
    this.catalogueWording = catalogueWording;
    this.today = today;
  }

  /** What the catalogue holds of the credentials that were asked about. */
  Transition facts(Conversation before, Route.Facts route, Instant now) {
    LocalDate day = today.get();
    List<CredentialId> known =
        route.credentials().stream()
            .filter(id -> expertise.catalogue().find(id).isPresent())
            .toList();
    if (known.isEmpty() && !route.credentials().isEmpty()) {
      return guide.ask(before, new Route.Ask(route.query(), List.of()), now);
    }
    Set<Attribute> attributes = attributes(route.attributes());
    List<Part> parts =
        known.isEmpty() && attributes.isEmpty()
            ? new ArrayList<>(catalogueWording.atAGlance(day))
            : new ArrayList<>(
                catalogueWording.facts(
                    known.isEmpty() ? expertise.subjects().credentials() : known, attributes, day));
    List<PassageId> quoted = attributes.isEmpty() ? List.of() : addBeside(parts, route.query());
    Reply reply =
        new Reply(
            Kind.STATUS,
            Reply.Audience.CONVERSATION,
            parts,
            1,
            known.stream()
                .flatMap(id -> expertise.subjects().of(id).stream())
                .map(Subjects.Subject::id)
                .toList(),
            Optional.empty());
    return GuideResponder.remember(before, reply, route.query(), route.attributes(), quoted, now);
  }

  /** That the catalogue does not list something, and what it does. */
  Reply notListed(Route.NotListed route) {
    List<Part> parts = new ArrayList<>();
    parts.add(catalogueWording.notListed(route.named()));
    parts.addAll(catalogueWording.atAGlance(today.get()));
    return new Reply(
        Kind.STATUS, Reply.Audience.CONVERSATION, parts, 1, List.of(), Optional.empty());
  }

  /** A comparison with the facts of both sides that were asked for below it. */
  Transition withFacts(Transition compared, List<String> keys) {
    Set<Attribute> attributes = attributes(keys);
    if (attributes.isEmpty() || compared.reply().kind() != Kind.COMPARISON) {
      return compared;
    }
    List<Part> parts = new ArrayList<>(compared.reply().parts());
    int end = parts.getLast() instanceof Part.Buttons ? parts.size() - 1 : parts.size();
    parts.addAll(
        end, catalogueWording.facts(expertise.subjects().credentials(), attributes, today.get()));
    return new Transition(compared.next(), compared.reply().withParts(parts));
  }

  /** A reply after a line for each credential that is over: none of these is to be sat any more. */
  Transition afterStatus(Transition transition, List<CredentialId> named) {
    LocalDate day = today.get();
    List<CredentialId> over =
        named.stream()
            .filter(id -> expertise.catalogue().find(id).isPresent())
            .filter(id -> expertise.catalogue().statusOn(id, day).isOver())
            .toList();
    if (over.isEmpty()) {
      return transition;
    }
    List<Part> parts = new ArrayList<>(answers.statusFirst(over, day));
    parts.addAll(transition.reply().parts());
    return transition.withReply(transition.reply().withParts(parts));
  }

  private static Set<Attribute> attributes(List<String> keys) {
    return keys.stream()
        .flatMap(key -> Attribute.of(key).stream())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Attribute.class)));
  }

  /** Where the guide clearly speaks of a matter of fact, its words stand below the facts. */
  private List<PassageId> addBeside(List<Part> parts, Query query) {
    if (query.text().isBlank()) {
      return List.of();
    }
    return switch (expertise.answerer().answer(query)) {
      case Answer.Found found when found.confidence() >= BESIDE -> {
        Quoted first = found.passages().getFirst();
        parts.addAll(answers.beside(first));
        yield List.of(first.passage().id());
      }
      case Answer.Found found -> List.of();
      case Answer.Nearest nearest -> List.of();
      case Answer.NotCovered none -> List.of();
    };
  }
}
