package dev.certadvisor.evaluation;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Files of labelled utterances: {@code utterance<TAB>label}, a line each. */
final class UtteranceFile {

  private UtteranceFile() {}

  /**
   * Reads a file; empty lines are skipped.
   *
   * @throws BrokenLine at the first line without exactly one tab, or with nothing on a side of it
   * @throws IOException if the file cannot be read; the message names it
   */
  static List<Example> read(Path file) throws IOException {
    List<String> lines = JsonLines.lines(file);
    List<Example> examples = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        String[] parts = lines.get(i).split("\t", -1);
        if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
          throw new BrokenLine(file, i + 1, "expected utterance<TAB>label");
        }
        examples.add(new Example(parts[0].strip(), parts[1].strip()));
      }
    }
    return examples;
  }
}
