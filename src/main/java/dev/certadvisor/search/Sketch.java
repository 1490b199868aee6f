package dev.certadvisor.search;

import dev.certadvisor.knowledge.Passage;
import dev.certadvisor.search.Sentences.Span;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * A passage as rescoring needs it. It is stored in the index, so that an index of any size is
 * rescored the same way.
 *
 * @param title the words of the title
 * @param sentences the words of each sentence of the text
 * @param spans where each sentence stands in the text
 * @param asked the words of each example question
 */
record Sketch(Run title, List<Run> sentences, List<Span> spans, List<Run> asked) {

  /** Cuts a passage up. */
  static Sketch of(Passage passage) {
    List<Span> spans = Sentences.of(passage.text());
    List<Token> tokens = EnglishWords.OF_TEXT.tokens(passage.text());
    List<Run> sentences = new ArrayList<>(spans.size());
    int from = 0;
    for (Span span : spans) {
      int to = from;
      while (to < tokens.size() && tokens.get(to).start() < span.end()) {
        to++;
      }
      sentences.add(Run.of(tokens.subList(from, to)));
      from = to;
    }
    List<Run> asked = passage.asked().stream().map(Sketch::run).toList();
    return new Sketch(run(passage.title()), sentences, spans, asked);
  }

  private static Run run(String text) {
    return Run.of(EnglishWords.OF_TEXT.tokens(text));
  }

  /** Every run: title, sentences, example questions. */
  List<Run> runs() {
    List<Run> runs = new ArrayList<>(1 + sentences.size() + asked.size());
    runs.add(title);
    runs.addAll(sentences);
    runs.addAll(asked);
    return runs;
  }

  /** The stored form. */
  BytesRef encode() {
    int size = runs().stream().mapToInt(Run::size).sum();
    ByteBuffer out = ByteBuffer.allocate(size + Integer.BYTES * (2 + 2 * spans.size()));
    title.write(out);
    out.putInt(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      out.putInt(spans.get(i).start()).putInt(spans.get(i).end());
      sentences.get(i).write(out);
    }
    out.putInt(asked.size());
    asked.forEach(run -> run.write(out));
    return new BytesRef(out.array());
  }

  /** The reverse of {@link #encode}. */
  static Sketch decode(BytesRef stored) {
    ByteBuffer in = ByteBuffer.wrap(stored.bytes, stored.offset, stored.length);
    Run title = Run.read(in);
    int count = in.getInt();
    List<Span> spans = new ArrayList<>(count);
    List<Run> sentences = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      spans.add(new Span(in.getInt(), in.getInt()));
      sentences.add(Run.read(in));
    }
    int questions = in.getInt();
    List<Run> asked = new ArrayList<>(questions);
    for (int i = 0; i < questions; i++) {
      asked.add(Run.read(in));
    }
    return new Sketch(title, sentences, spans, asked);
  }
}
