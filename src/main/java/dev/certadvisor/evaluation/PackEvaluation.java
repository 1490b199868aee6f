package dev.certadvisor.evaluation;

import dev.certadvisor.conversation.Advisor;
import dev.certadvisor.conversation.Conversation;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.decision.DirectionId;
import dev.certadvisor.intent.MessageReader;
import dev.certadvisor.intent.UtteranceClassifier;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Scores a pack on its own labelled data, through the advisor's one door: each message is said in a
 * conversation of its own.
 */
public final class PackEvaluation {

  private static final int IN_SIGHT = 3;
  private static final String CEILING = "most-";
  private static final PersonId SOMEONE = new PersonId("evaluation", "someone");

  private final Advisor advisor;
  private final MessageReader reader;
  private final Function<Reply, String> text;
  private final Map<String, Mean> means = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();

  /**
   * @param advisor over the pack
   * @param reader of messages, as the advisor has it
   * @param text draws a reply as people read it
   */
  public PackEvaluation(Advisor advisor, MessageReader reader, Function<Reply, String> text) {
    this.advisor = advisor;
    this.reader = reader;
    this.text = text;
  }

  /**
   * Scores and prints.
   *
   * @param cases what is right
   * @param json whether to print one JSON object in place of the table
   * @param show whether to print each case that went wrong
   * @param out where to
   * @return the exit code: 0, or 1 where a figure is below its floor
   */
  public int run(PackCases cases, boolean json, boolean show, PrintStream out) {
    cases.questions().forEach(this::ask);
    cases.uncovered().forEach(this::askUncovered);
    cases.facts().forEach(this::askFact);
    cases.utterances().forEach(this::read);
    cases.profiles().forEach(this::advise);
    Map<String, Object> report = new LinkedHashMap<>();
    means.forEach((name, mean) -> report.put(name, mean.rounded()));
    List<String> shortfalls = shortfalls(cases.floors());
    report.put("shortfalls", shortfalls);
    Report.print(report, json, out);
    if (show) {
      failures.forEach(out::println);
    }
    return shortfalls.isEmpty() ? 0 : 1;
  }

  private void ask(PackCases.Question question) {
    Reply reply = say(question.ask());
    List<String> sections =
        reply.citations().stream().map(citation -> citation.section().value()).distinct().toList();
    boolean declined = reply.kind() == Reply.Kind.UNKNOWN;
    boolean first = !sections.isEmpty() && question.sections().contains(sections.getFirst());
    mean("rightFirst", first);
    mean("rightInThree", sections.stream().limit(IN_SIGHT).anyMatch(question.sections()::contains));
    mean(CEILING + "declined", declined);
    if (question.comparison()) {
      mean("comparisonsAnsweredAsSuch", reply.kind() == Reply.Kind.COMPARISON);
    }
    if (!first) {
      failures.add(
          "question \"%s\": right %s, cited %s (%s)"
              .formatted(question.ask(), question.sections(), sections, reply.kind()));
    }
  }

  private void askUncovered(String message) {
    Reply reply = say(message);
    boolean declined = reply.citations().isEmpty() && reply.kind() != Reply.Kind.STATUS;
    mean("uncoveredDeclined", declined);
    if (!declined) {
      failures.add(
          "uncovered \"%s\": answered as %s, cited %s"
              .formatted(
                  message,
                  reply.kind(),
                  reply.citations().stream().map(citation -> citation.section().value()).toList()));
    }
  }

  private void askFact(PackCases.Fact fact) {
    String reply = text.apply(say(fact.ask())).toLowerCase(Locale.ROOT);
    List<String> missing =
        fact.expect().stream()
            .filter(expected -> !reply.contains(expected.toLowerCase(Locale.ROOT)))
            .toList();
    mean("factsRight", missing.isEmpty());
    if (!missing.isEmpty()) {
      failures.add("fact \"%s\": the reply lacks %s".formatted(fact.ask(), missing));
    }
  }

  private void read(Example example) {
    String label = reader.read(example.text()).intent().label();
    boolean right = label.equals(example.label());
    boolean outOfScope = example.label().equals(UtteranceClassifier.OUT_OF_SCOPE);
    mean(outOfScope ? "outOfScopeUtterancesTold" : "utterancesRight", right);
    if (!right) {
      failures.add(
          "utterance \"%s\": is %s, read as %s".formatted(example.text(), example.label(), label));
    }
  }

  private void advise(PackCases.Person person) {
    Reply reply = say(person.text());
    Optional<String> direction =
        reply
            .recommendation()
            .flatMap(recommendation -> recommendation.direction())
            .map(DirectionId::value);
    boolean right = reply.recommendation().isPresent() && direction.equals(person.direction());
    mean("profilesRight", right);
    if (!right) {
      failures.add(
          "profile \"%s\": right %s, advised %s (%s)"
              .formatted(
                  person.text(),
                  person.direction().orElse("close"),
                  direction.orElse("close"),
                  reply.kind()));
    }
  }

  private Reply say(String message) {
    return advisor
        .respond(
            Conversation.NEW,
            new Incoming.Said(new ConversationId.Private(SOMEONE), SOMEONE, message))
        .reply();
  }

  private void mean(String name, boolean right) {
    means.computeIfAbsent(name, n -> new Mean()).add(right);
  }

  private List<String> shortfalls(Map<String, Double> floors) {
    List<String> shortfalls = new ArrayList<>();
    new TreeMap<>(floors)
        .forEach((name, floor) -> {
          Mean mean = means.getOrDefault(name, new Mean());
          boolean reached =
              name.startsWith(CEILING) ? mean.value() <= floor : mean.value() >= floor;
          if (mean.count() > 0 && !reached) {
            shortfalls.add(
                "%s is %s, %s allowed"
                    .formatted(
                        name,
                        mean.rounded(),
                        (name.startsWith(CEILING) ? "at most " : "at least ") + floor));
          }
        });
    return shortfalls;
  }
}
