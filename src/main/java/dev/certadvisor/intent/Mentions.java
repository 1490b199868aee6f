package dev.certadvisor.intent;

import dev.certadvisor.intent.NameFinder.Mention;
import dev.certadvisor.intent.Reading.ReadAs;
import dev.certadvisor.intent.Vocabulary.Named;
import dev.certadvisor.intent.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds who and what a message is about, whatever it asks for. */
final class Mentions {

  private static final int REACH_OF_NEGATION = 3;
  private static final int LONGEST_FOLLOW_UP = 9;

  private final NameFinder subjects;
  private final NameFinder credentials;
  private final CodeFinder codes;
  private final NameFinder topics;
  private final NameFinder attributes;
  private final NameFinder both;
  private final NameFinder comparatives;
  private final NameFinder comparing;
  private final NameFinder negations;
  private final NameFinder outside;
  private final NameFinder openers;
  private final NameFinder followUps;
  private final Set<String> vocabularyWords = new HashSet<>();
  private final NameSpelling spelling;
  private final UnknownNames unknownNames;
  private final Predicate<String> ordinary;

  /**
   * @param vocabulary the names
   * @param ordinary whether a word in lower case is an ordinary one, not to be taken for a misspelt
   *     name
   */
  Mentions(Vocabulary vocabulary, Predicate<String> ordinary) {
    this.subjects = new NameFinder(vocabulary.subjects());
    this.credentials = new NameFinder(vocabulary.credentials());
    this.codes = new CodeFinder(vocabulary.credentials().stream().map(Named::id).toList());
    this.topics = new NameFinder(vocabulary.topics());
    this.attributes = new NameFinder(vocabulary.attributes());
    this.both = words(vocabulary.both());
    this.comparatives = words(vocabulary.comparatives());
    this.comparing = words(vocabulary.comparing());
    this.negations = words(vocabulary.negations());
    this.outside = new NameFinder(vocabulary.outside());
    this.openers = words(vocabulary.openers());
    this.followUps = words(vocabulary.followUps());
    this.ordinary = ordinary;
    Stream.of(
            vocabulary.subjects(),
            vocabulary.credentials(),
            vocabulary.topics(),
            vocabulary.attributes(),
            vocabulary.outside(),
            List.of(new Named("", vocabulary.comparatives())),
            List.of(new Named("", vocabulary.comparing())),
            List.of(new Named("", vocabulary.both())))
        .flatMap(List::stream)
        .flatMap(named -> named.names().stream())
        .flatMap(name -> Words.of(name).stream())
        .forEach(word -> vocabularyWords.add(word.text()));
    this.spelling = new NameSpelling(vocabularyWords);
    this.unknownNames = new UnknownNames(vocabularyWords, ordinary);
  }

  private static NameFinder words(List<String> words) {
    return new NameFinder(List.of(new Named("", words)));
  }

  /**
   * Who and what a message is about.
   *
   * @param text the message with misspelt names corrected
   * @param readAs what was corrected
   * @param matter see {@link Reading}
   * @param subjects see {@link Reading}
   * @param both see {@link Reading}
   * @param comparative see {@link Reading}
   * @param followUp see {@link Reading}
   * @param credentials see {@link Reading}
   * @param topics see {@link Reading}
   * @param attributes see {@link Reading}
   * @param negated see {@link Reading}
   * @param outside see {@link Reading}
   * @param question whether it has the form of a question
   */
  record Found(
      String text,
      List<ReadAs> readAs,
      String matter,
      List<String> subjects,
      boolean both,
      boolean comparative,
      boolean followUp,
      List<String> credentials,
      List<String> topics,
      List<String> attributes,
      List<String> negated,
      List<String> outside,
      boolean question) {}

  Found find(String text) {
    List<ReadAs> readAs = new ArrayList<>();
    String corrected = corrected(text, readAs);
    List<Word> words = Words.of(corrected);
    Set<String> negated = new LinkedHashSet<>();
    List<Mention> strange = outside.find(words);
    List<Mention> credentialMentions = notWithin(strange, credentials(words, strange));
    List<Mention> facts = attributes.find(words);
    List<Mention> negating = negations.find(words);
    // What is to be sat "instead of AI-102" is asked of AI-102, and excludes nothing.
    List<String> namedCredentials =
        named(credentialMentions, outsideOf(facts, negating), words, negated);
    List<String> namedSubjects =
        named(outsideOf(credentialMentions, subjects.find(words)), negating, words, negated);
    List<String> namedTopics = named(topics.find(words), negating, words, negated);
    List<Mention> compares = comparing.find(words);
    List<Mention> meansBoth = this.both.find(words);
    boolean comparative = !compares.isEmpty() || !comparatives.find(words).isEmpty();
    boolean both = namedSubjects.size() > 1 || !meansBoth.isEmpty();
    List<String> strangers = new ArrayList<>(codes.strangers(corrected, words));
    for (Mention mention : notWholeIn(credentialMentions, strange)) {
      strangers.add(
          corrected.substring(
              words.get(mention.from()).start(), words.get(mention.to() - 1).end()));
    }
    boolean named = both || !credentialMentions.isEmpty() || !namedSubjects.isEmpty();
    if (strangers.isEmpty() && !facts.isEmpty() && !named) {
      unknownNames.find(corrected, words).ifPresent(strangers::add);
    }
    return new Found(
        corrected,
        readAs,
        without(Stream.concat(compares.stream(), meansBoth.stream()).toList(), corrected, words),
        namedSubjects,
        both,
        comparative,
        isFollowUp(words),
        namedCredentials,
        namedTopics,
        ids(facts),
        List.copyOf(negated),
        strangers,
        isQuestion(corrected, words));
  }

  /** The text with the words of the mentions left out. */
  private static String without(List<Mention> mentions, String text, List<Word> words) {
    StringBuilder rest = new StringBuilder(text);
    for (Mention mention : mentions) {
      for (int at = words.get(mention.from()).start();
          at < words.get(mention.to() - 1).end();
          at++) {
        rest.setCharAt(at, ' ');
      }
    }
    return rest.toString().replaceAll("\\s+", " ").strip();
  }

  private boolean isQuestion(String text, List<Word> words) {
    return text.strip().endsWith("?")
        || openers.find(words).stream().anyMatch(mention -> mention.from() == 0);
  }

  private String corrected(String text, List<ReadAs> readAs) {
    StringBuilder corrected = new StringBuilder();
    int from = 0;
    for (Word word : Words.of(text)) {
      boolean known =
          vocabularyWords.contains(word.text())
              || vocabularyWords.contains(word.stem())
              || ordinary.test(word.text());
      String read = known ? word.text() : spelling.correct(word.text()).orElse(word.text());
      if (!read.equals(word.text())) {
        readAs.add(new ReadAs(text.substring(word.start(), word.end()), read));
        corrected.append(text, from, word.start()).append(read);
        from = word.end();
      }
    }
    return corrected.append(text.substring(from)).toString();
  }

  /**
   * Credentials by code or by name. What follows right upon the name of something outside is part
   * of that name: "google ml engineer" is nothing of ours.
   */
  private List<Mention> credentials(List<Word> words, List<Mention> strange) {
    List<Mention> mentions = new ArrayList<>(codes.find(words));
    List<Mention> names =
        credentials.find(words).stream()
            .filter(name -> strange.stream().noneMatch(other -> other.to() == name.from()))
            .toList();
    mentions.addAll(outsideOf(mentions, names));
    mentions.sort(Comparator.comparingInt(Mention::from));
    return mentions;
  }

  /**
   * Without those that begin inside another name: what "aws security specialty exam" names is no
   * "specialty exam".
   */
  private static List<Mention> notWithin(List<Mention> longer, List<Mention> mentions) {
    return mentions.stream()
        .filter(mention ->
            longer.stream()
                .noneMatch(other -> other.from() < mention.from() && mention.from() < other.to()))
        .toList();
  }

  /** Without those that are but words of a name: "engineer earn" is more than "an ai engineer". */
  private static List<Mention> notWholeIn(List<Mention> names, List<Mention> mentions) {
    return mentions.stream()
        .filter(mention ->
            names.stream()
                .noneMatch(name -> name.from() <= mention.from() && mention.to() <= name.to()))
        .toList();
  }

  /** The mentions that share no word with others that count more. */
  private static List<Mention> outsideOf(List<Mention> taken, List<Mention> mentions) {
    return mentions.stream()
        .filter(mention ->
            taken.stream()
                .noneMatch(other -> mention.from() < other.to() && other.from() < mention.to()))
        .toList();
  }

  /** The ids that are not excluded, each once; those that are go to the negated ones. */
  private static List<String> named(
      List<Mention> mentions, List<Mention> negating, List<Word> words, Set<String> negated) {
    Set<String> named = new LinkedHashSet<>();
    for (Mention mention : mentions) {
      boolean excluded = negating.stream().anyMatch(negation -> reaches(negation, mention, words));
      (excluded ? negated : named).add(mention.id());
    }
    negated.removeAll(named);
    return List.copyOf(named);
  }

  private static boolean reaches(Mention negation, Mention mention, List<Word> words) {
    int distance = mention.from() - negation.to();
    if (distance < 0 || distance >= REACH_OF_NEGATION) {
      return false;
    }
    return words.subList(negation.to(), mention.from() + 1).stream().noneMatch(Word::opensClause);
  }

  private static List<String> ids(List<Mention> mentions) {
    return mentions.stream().map(Mention::id).distinct().toList();
  }

  private boolean isFollowUp(List<Word> words) {
    return words.size() <= LONGEST_FOLLOW_UP
        && followUps.find(words).stream().anyMatch(mention -> mention.from() == 0);
  }
}
