package dev.certadvisor.search;

import dev.certadvisor.search.Places.Placed;
import dev.certadvisor.search.Sentences.Span;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.util.BytesRef;

/**
 * A passage as rescoring needs it: what a question looks up is found without reading the passage.
 * It is stored in the index, so that an index of any size is rescored the same way.
 *
 * <p>A passage is made of runs, words that stand together: its title, each sentence of its text,
 * each example question.
 *
 * @param spans where each sentence stands in the text
 * @param starts the place of each run's first word, rising; see {@link Places}
 * @param lengths how many words each run has
 * @param stems the stems of all words
 * @param grams the 4-grams of the words as written
 */
record Sketch(List<Span> spans, int[] starts, int[] lengths, Places stems, Tally grams) {

  /** The run that is the title. */
  static final int TITLE = 0;

  /** The run that is the first sentence, where there is any. */
  static final int TEXT = 1;

  /** Words are near each other only within text, or within one example question. */
  private static final int GAP = 64;

  /** Cuts a passage up whose words are known. */
  static Sketch of(String text, PassageTokens words) {
    Draft draft = new Draft();
    draft.line(words.title());
    List<Span> spans = Sentences.of(text);
    List<Token> tokens = words.text();
    int from = 0;
    for (Span span : spans) {
      int to = from;
      while (to < tokens.size() && tokens.get(to).start() < span.end()) {
        to++;
      }
      draft.run(tokens.subList(from, to));
      from = to;
    }
    draft.endLine();
    words.asked().forEach(draft::line);
    return draft.sketch(spans);
  }

  /** The run after the last sentence; example questions begin there. */
  int asked() {
    return TEXT + spans.size();
  }

  /** How many runs there are. */
  int runs() {
    return starts.length;
  }

  /** How many words some runs have together. */
  int words(int from, int to) {
    int words = 0;
    for (int run = from; run < to; run++) {
      words += lengths[run];
    }
    return words;
  }

  /** The stored form. */
  BytesRef encode() {
    int numbers = 3 + 2 * spans.size() + starts.length + lengths.length;
    ByteBuffer out = ByteBuffer.allocate(Integer.BYTES * numbers + stems.size() + grams.size());
    out.putInt(spans.size());
    spans.forEach(span -> out.putInt(span.start()).putInt(span.end()));
    Numerals.write(out, starts);
    Numerals.write(out, lengths);
    stems.write(out);
    grams.write(out);
    return new BytesRef(out.array());
  }

  /** The reverse of {@link #encode}. */
  static Sketch decode(BytesRef stored) {
    ByteBuffer in = ByteBuffer.wrap(stored.bytes, stored.offset, stored.length);
    int count = in.getInt();
    List<Span> spans = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      spans.add(new Span(in.getInt(), in.getInt()));
    }
    return new Sketch(spans, Numerals.ints(in), Numerals.ints(in), Places.read(in), Tally.read(in));
  }

  /** A sketch in the making. */
  private static final class Draft {

    private final List<Placed> words = new ArrayList<>();
    private final IntStream.Builder starts = IntStream.builder();
    private final IntStream.Builder lengths = IntStream.builder();
    private final IntStream.Builder grams = IntStream.builder();

    /** The place of a line's first word. */
    private int line;

    private int end;

    /** One run that is no word's neighbour outside itself. */
    void line(List<Token> tokens) {
      run(tokens);
      endLine();
    }

    void endLine() {
      line = end + GAP;
      end = line;
    }

    void run(List<Token> tokens) {
      starts.add(tokens.isEmpty() ? end : line + tokens.getFirst().position());
      lengths.add(tokens.size());
      for (Token token : tokens) {
        int place = line + token.position();
        words.add(new Placed(Hash.of(token.stem()), place));
        Grams.forEach(token.word(), grams);
        end = place + 1;
      }
    }

    Sketch sketch(List<Span> spans) {
      return new Sketch(
          spans,
          starts.build().toArray(),
          lengths.build().toArray(),
          Places.of(words),
          Tally.of(grams.build()));
    }
  }
}
