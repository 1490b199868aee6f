package dev.certadvisor.intent;

import dev.certadvisor.intent.Mentions.Found;
import dev.certadvisor.intent.Reading.Candidate;
import dev.certadvisor.intent.UtteranceClassifier.Classification;
import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Reads messages: what is asked for, and about whom and what. */
public final class MessageReader {

  private static final int MOST_RUNNERS_UP = 3;

  /** Below this an intent that no question has is not believed of a question. */
  private static final double SURE = 0.6;

  private static final Set<Intent> QUESTIONS =
      EnumSet.of(
          Intent.ASK,
          Intent.COMPARE,
          Intent.FACT,
          Intent.HELP,
          Intent.IDENTITY,
          Intent.HUMAN,
          Intent.EXPORT,
          Intent.WHY,
          Intent.REVIEW,
          Intent.MORE);

  private final Mentions mentions;
  private final UtteranceClassifier classifier;

  private MessageReader(Mentions mentions, UtteranceClassifier classifier) {
    this.mentions = mentions;
    this.classifier = classifier;
  }

  /**
   * Learns to read.
   *
   * @param vocabulary the words by which people name things
   * @param examples messages with the labels of {@link Intent}
   * @param training makes the classifier
   * @param ordinary whether a word in lower case is an ordinary one, not to be taken for a misspelt
   *     name
   * @throws IllegalArgumentException if there are examples of fewer than two intents, or one has a
   *     label that no intent has
   */
  public static MessageReader learn(
      Vocabulary vocabulary,
      List<Example> examples,
      ClassifierTraining training,
      Predicate<String> ordinary) {
    for (Example example : examples) {
      if (Intent.of(example.label()).isEmpty()) {
        throw new IllegalArgumentException("there is no intent \"" + example.label() + "\"");
      }
    }
    Mentions mentions = new Mentions(vocabulary, ordinary);
    return new MessageReader(
        mentions,
        training.train(
            () ->
                examples.stream()
                    .map(example ->
                        new Example(marked(mentions.find(example.text())), example.label()))
                    .toList(),
            List.of()));
  }

  /**
   * Reads a message.
   *
   * @param text plain text of any length; only the first 2,000 characters are read
   */
  public Reading read(String text) {
    Found found = mentions.find(text);
    Classification classification = classifier.classify(marked(found));
    List<Candidate> ranked =
        classification.ranked().stream()
            .flatMap(scored ->
                Intent.of(scored.label()).stream()
                    .map(intent -> new Candidate(intent, scored.probability())))
            .toList();
    Candidate first = first(classification.accepted(), ranked, found.question());
    List<Candidate> runnersUp =
        ranked.stream()
            .filter(candidate -> candidate.intent() != first.intent())
            .limit(MOST_RUNNERS_UP)
            .toList();
    return new Reading(
        found.text(),
        found.matter(),
        first.intent(),
        first.confidence(),
        runnersUp,
        found.subjects(),
        found.both(),
        found.comparative(),
        found.followUp(),
        found.credentials(),
        found.topics(),
        found.attributes(),
        found.negated(),
        found.outside(),
        found.readAs());
  }

  /** A question of which nothing else is sure is one for the guide. */
  private static Candidate first(boolean accepted, List<Candidate> ranked, boolean question) {
    Candidate best = ranked.getFirst();
    if (!accepted) {
      return new Candidate(Intent.OOS, 1 - best.confidence());
    }
    boolean unsure = question && best.confidence() < SURE && !QUESTIONS.contains(best.intent());
    return unsure ? new Candidate(Intent.ASK, best.confidence()) : best;
  }

  /**
   * The message with marks for the kinds of things that it names, so that what is learnt of one
   * credential holds for all.
   */
  private static String marked(Found found) {
    Stream<String> marks =
        Stream.of(
                found.credentials().isEmpty() ? "" : "xcredential",
                found.subjects().isEmpty() ? "" : "xsubject",
                found.both() ? "xboth" : "",
                found.comparative() ? "xcomparative" : "",
                found.attributes().isEmpty() ? "" : "xattribute",
                found.topics().isEmpty() ? "" : "xtopic",
                found.outside().isEmpty() ? "" : "xoutside",
                found.question() ? "xquestion" : "")
            .filter(mark -> !mark.isEmpty());
    return Stream.concat(Stream.of(found.text()), marks)
        .reduce((all, mark) -> all + " " + mark)
        .orElse("");
  }
}
