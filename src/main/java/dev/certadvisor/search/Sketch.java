package dev.certadvisor.search;

import dev.certadvisor.knowledge.Passage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/**
 * A passage as rescoring needs it: its words in runs (the title, each sentence, each example
 * question). It is stored in the index, so that an index of any size is rescored the same way.
 *
 * @param title the words of the title
 * @param sentences the words of each sentence of the text
 * @param spans where each sentence stands in the text
 * @param asked the words of each example question
 */
record Sketch(Run title, List<Run> sentences, List<Sentences.Span> spans, List<Run> asked) {

  /**
   * Words that stand together.
   *
   * @param stems the hash of each word's stem; see {@link #hash}
   * @param positions the number of each word in its text, rising
   * @param words the words as written, in lower case
   */
  record Run(int[] stems, int[] positions, byte[][] words) {

    int length() {
      return stems.length;
    }
  }

  /** Cuts a passage up. */
  static Sketch of(Passage passage) {
    List<Sentences.Span> spans = Sentences.of(passage.text());
    List<Token> tokens = EnglishWords.OF_TEXT.tokens(passage.text());
    List<Run> sentences = new ArrayList<>(spans.size());
    int from = 0;
    for (Sentences.Span span : spans) {
      int to = from;
      while (to < tokens.size() && tokens.get(to).start() < span.end()) {
        to++;
      }
      sentences.add(run(tokens.subList(from, to)));
      from = to;
    }
    List<Run> asked = passage.asked().stream().map(question -> run(question)).toList();
    return new Sketch(run(passage.title()), sentences, spans, asked);
  }

  private static Run run(String text) {
    return run(EnglishWords.OF_TEXT.tokens(text));
  }

  private static Run run(List<Token> tokens) {
    return new Run(
        tokens.stream().mapToInt(token -> hash(token.stem())).toArray(),
        tokens.stream().mapToInt(Token::position).toArray(),
        tokens.stream()
            .map(token -> token.word().getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new));
  }

  /** FNV-1a of the UTF-8 bytes; two stems of one question never met with the same value. */
  static int hash(String stem) {
    byte[] bytes = stem.getBytes(StandardCharsets.UTF_8);
    return hash(bytes, 0, bytes.length);
  }

  static int hash(byte[] bytes, int from, int to) {
    int hash = 0x811c9dc5;
    for (int i = from; i < to; i++) {
      hash = (hash ^ (bytes[i] & 0xff)) * 0x01000193;
    }
    return hash;
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
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      write(out, title);
      out.writeShort(sentences.size());
      for (int i = 0; i < sentences.size(); i++) {
        out.writeInt(spans.get(i).start());
        out.writeInt(spans.get(i).end());
        write(out, sentences.get(i));
      }
      out.writeShort(asked.size());
      for (Run run : asked) {
        write(out, run);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BytesRef(bytes.toByteArray());
  }

  /** The reverse of {@link #encode}. */
  static Sketch decode(BytesRef stored) {
    try (DataInputStream in =
        new DataInputStream(new ByteArrayInputStream(stored.bytes, stored.offset, stored.length))) {
      Run title = read(in);
      int count = in.readUnsignedShort();
      List<Sentences.Span> spans = new ArrayList<>(count);
      List<Run> sentences = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        spans.add(new Sentences.Span(in.readInt(), in.readInt()));
        sentences.add(read(in));
      }
      int questions = in.readUnsignedShort();
      List<Run> asked = new ArrayList<>(questions);
      for (int i = 0; i < questions; i++) {
        asked.add(read(in));
      }
      return new Sketch(title, sentences, spans, asked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(DataOutputStream out, Run run) throws IOException {
    out.writeInt(run.length());
    for (int i = 0; i < run.length(); i++) {
      out.writeInt(run.stems[i]);
      out.writeInt(run.positions[i]);
      out.writeShort(run.words[i].length);
      out.write(run.words[i]);
    }
  }

  private static Run read(DataInputStream in) throws IOException {
    int length = in.readInt();
    Run run = new Run(new int[length], new int[length], new byte[length][]);
    for (int i = 0; i < length; i++) {
      run.stems[i] = in.readInt();
      run.positions[i] = in.readInt();
      run.words[i] = in.readNBytes(in.readUnsignedShort());
    }
    return run;
  }
}
