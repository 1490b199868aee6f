package dev.certadvisor.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts English into the words that count: Unicode words in lower case, without accents and
 * possessives, less stop words, stemmed by Porter's rules.
 */
final class EnglishWords {

  private static final int LONGEST_WORD = 64;
  private static final String POSSESSIVE = "'s";

  /** For passages, and for questions in which nothing else is left. */
  static final EnglishWords OF_TEXT = new EnglishWords(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);

  /** For questions: what only makes them questions ("which", "tell me") does not count either. */
  static final EnglishWords OF_QUESTIONS = new EnglishWords(questionStopWords());

  private final Analyzer analyzer;

  private EnglishWords(CharArraySet stopWords) {
    this.analyzer = new StemAnalyzer(stopWords);
  }

  /** The words of a text, in order. */
  List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.addAttribute(PositionIncrementAttribute.class);
      stream.reset();
      int position = -1;
      while (stream.incrementToken()) {
        position += increment.getPositionIncrement();
        int start = offset.startOffset();
        int end = offset.endOffset();
        tokens.add(new Token(term.toString(), fold(text, start, end), position, start, end));
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return tokens;
  }

  private static String fold(String text, int start, int end) {
    String word = text.substring(start, end).toLowerCase(Locale.ROOT);
    char[] folded = new char[word.length() * 4];
    int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, folded, 0, word.length());
    String plain = new String(folded, 0, length);
    return plain.endsWith(POSSESSIVE) ? plain.substring(0, length - POSSESSIVE.length()) : plain;
  }

  private static CharArraySet questionStopWords() {
    CharArraySet words = new CharArraySet(Resource.lines("question-words.txt"), false);
    words.addAll(EnglishAnalyzer.ENGLISH_STOP_WORDS_SET);
    return words;
  }

  private static final class StemAnalyzer extends Analyzer {

    private final CharArraySet stopWords;

    StemAnalyzer(CharArraySet stopWords) {
      this.stopWords = stopWords;
    }

    @Override
    protected TokenStreamComponents createComponents(String fieldName) {
      StandardTokenizer words = new StandardTokenizer();
      words.setMaxTokenLength(LONGEST_WORD);
      Tokenizer source = words;
      TokenStream stream = new EnglishPossessiveFilter(source);
      stream = new LowerCaseFilter(stream);
      stream = new ASCIIFoldingFilter(stream);
      stream = new StopFilter(stream, stopWords);
      return new TokenStreamComponents(source, new PorterStemFilter(stream));
    }
  }
}
