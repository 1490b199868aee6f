package dev.certadvisor.search;

import dev.certadvisor.knowledge.Ranking.Correction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Makes questions of what people write: spelling corrected, short forms spelled out, weighed. */
final class QuestionReader {

  private static final int MOST_LETTERS = 2_000;
  private static final int MOST_WORDS = 48;
  private static final int MOST_CORRECTIONS = 8;

  private final Statistics statistics;
  private final Tuning tuning;
  private final Synonyms synonyms;
  private final Spelling spelling;
  private final ToIntFunction<String> passagesWith;

  /**
   * @param statistics of all passages
   * @param tuning what the weights go by
   * @param synonyms what words may be called else
   * @param passagesWith in how many passages a stem stands
   */
  QuestionReader(
      Statistics statistics, Tuning tuning, Synonyms synonyms, ToIntFunction<String> passagesWith) {
    this.statistics = statistics;
    this.tuning = tuning;
    this.synonyms = synonyms;
    this.spelling = new Spelling(statistics.passagesByForm());
    this.passagesWith = passagesWith;
  }

  /**
   * Reads a question.
   *
   * @param text any text; only its beginning is read where it is very long
   * @param corrections gets the misspelt words
   */
  Question read(String text, List<Correction> corrections) {
    return question(Map.of(), tokens(text, corrections));
  }

  /**
   * Reads one side of a question about two things: its name counts in full, the rest of the
   * question less.
   */
  Question side(String name, String rest) {
    List<Correction> ignored = new ArrayList<>();
    Map<String, Double> factorByStem = new LinkedHashMap<>();
    List<Token> tokens = new ArrayList<>(tokens(name, ignored));
    for (Token token : tokens(rest, ignored)) {
      if (tokens.stream().noneMatch(other -> other.stem().equals(token.stem()))) {
        factorByStem.put(token.stem(), tuning.restOfSide());
        tokens.add(token);
      }
    }
    return question(factorByStem, tokens);
  }

  private List<Token> tokens(String text, List<Correction> corrections) {
    String read = text.substring(0, Math.min(text.length(), MOST_LETTERS));
    List<Token> tokens = tokens(EnglishWords.OF_QUESTIONS, read, corrections);
    return tokens.isEmpty() ? tokens(EnglishWords.OF_TEXT, read, corrections) : tokens;
  }

  private List<Token> tokens(EnglishWords words, String text, List<Correction> corrections) {
    return words.tokens(text).stream()
        .limit(MOST_WORDS)
        .flatMap(token -> corrected(token, words, corrections).stream())
        .flatMap(token -> synonyms.spelledOut(token).stream())
        .toList();
  }

  /** A word as it is meant; nothing where it is meant as one that does not count. */
  private Optional<Token> corrected(Token token, EnglishWords words, List<Correction> corrections) {
    if (isKnown(token) || !tuning.correcting() || corrections.size() == MOST_CORRECTIONS) {
      return Optional.of(token);
    }
    Optional<String> meant = spelling.correct(token.word());
    if (meant.isEmpty()) {
      return Optional.of(token);
    }
    Optional<Token> read = words.tokens(meant.get()).stream().findFirst();
    read.ifPresent(word -> corrections.add(new Correction(token.word(), word.word())));
    return read.map(
        word -> new Token(word.stem(), word.word(), token.position(), token.start(), token.end()));
  }

  private boolean isKnown(Token token) {
    return tuning.background().knows(token.stem())
        || passagesWith.applyAsInt(token.stem()) > 0
        || !synonyms.of(token.stem()).isEmpty();
  }

  private Question question(Map<String, Double> factorByStem, List<Token> tokens) {
    Map<String, Question.Word> words = new LinkedHashMap<>();
    Map<Integer, Double> grams = new LinkedHashMap<>();
    for (Token token : tokens) {
      double factor = factorByStem.getOrDefault(token.stem(), 1.0);
      words.computeIfAbsent(token.stem(), stem -> word(token, factor));
      Grams.forEach(token.word(), gram -> grams.computeIfAbsent(gram, g -> factor * gramWeight(g)));
    }
    return new Question(
        List.copyOf(words.values()),
        List.copyOf(grams.keySet()),
        grams.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private Question.Word word(Token token, double factor) {
    List<String> others = synonyms.of(token.stem());
    int found = passagesWith.applyAsInt(token.stem());
    for (String other : others) {
      found = Math.max(found, passagesWith.applyAsInt(other));
    }
    double weight =
        tuning.background().weight(token.stem(), found, statistics.passages(), tuning.worth());
    return new Question.Word(token.stem(), others, factor * weight);
  }

  private double gramWeight(int gram) {
    double found = statistics.passagesWithGram(gram);
    return Math.log(1 + (statistics.passages() - found + 0.5) / (found + 0.5));
  }
}
