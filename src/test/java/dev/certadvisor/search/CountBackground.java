package dev.certadvisor.search;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes {@code background-counts.txt}: counts in how many sections of about {@value #SECTION_WORDS}
 * words each stem stands. Arguments: the folder of text files, the file to write, and for each text
 * file how many words of it to take at most ({@code name=words}).
 */
final class CountBackground {

  private static final int SECTION_WORDS = 100;
  private static final int RAREST = 2;

  private CountBackground() {}

  public static void main(String[] args) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    int sections = 0;
    for (String source : List.of(args).subList(2, args.length)) {
      String[] nameAndWords = source.split("=", 2);
      String text = Files.readString(Path.of(args[0], nameAndWords[0] + ".txt"));
      sections += count(text, Integer.parseInt(nameAndWords[1]), counts);
    }
    List<String> lines = new ArrayList<>();
    lines.add("# In how many of so many sections of English a stem stands; see ADR 20.");
    lines.add(Integer.toString(sections));
    counts.forEach((stem, found) -> {
      if (found >= RAREST && stem.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
        lines.add(stem + " " + found);
      }
    });
    Files.write(Path.of(args[1]), lines);
  }

  private static int count(String text, int words, Map<String, Integer> counts) {
    int sections = 0;
    int taken = 0;
    StringBuilder section = new StringBuilder();
    int inSection = 0;
    for (String paragraph : text.split("\n\n", -1)) {
      section.append(paragraph).append('\n');
      inSection += paragraph.split(" ", -1).length;
      if (inSection >= SECTION_WORDS) {
        Set<String> stems = new HashSet<>();
        EnglishWords.OF_TEXT.tokens(section.toString()).forEach(token -> stems.add(token.stem()));
        stems.forEach(stem -> counts.merge(stem, 1, Integer::sum));
        sections++;
        taken += inSection;
        inSection = 0;
        section.setLength(0);
      }
      if (taken >= words) {
        break;
      }
    }
    return sections;
  }
}
