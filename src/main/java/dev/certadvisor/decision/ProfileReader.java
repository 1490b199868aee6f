package dev.certadvisor.decision;

import java.util.List;

/** Reads what a person says about themself, in a line of their own words, as choices. */
public final class ProfileReader {

  private final Framework framework;

  /**
   * @param framework whose words to look for
   */
  public ProfileReader(Framework framework) {
    this.framework = framework;
  }

  /**
   * Reads a text.
   *
   * @param text plain text of any length; only the first 2,000 characters are read
   */
  public Understood read(String text) {
    throw new UnsupportedOperationException(framework + text);
  }

  /**
   * What a text says.
   *
   * @param items what was understood, at most one per question, in the framework's order
   * @param unused words that carry meaning and fitted nothing, in order
   * @param open questions that the text leaves open, in the framework's order
   */
  public record Understood(List<Item> items, List<String> unused, List<QuestionId> open) {

    /** Copies the lists. */
    public Understood {
      items = List.copyOf(items);
      unused = List.copyOf(unused);
      open = List.copyOf(open);
    }

    /** The choices as a profile. */
    public Profile profile() {
      return new Profile(items.stream().map(Item::choice).toList());
    }
  }

  /**
   * One choice that was understood.
   *
   * @param choice the question and the choice
   * @param words the person's words that gave it, as typed
   * @param assumed whether it was read between the lines: from a hedge, a wish, a tool, or two
   *     statements that pull apart
   */
  public record Item(Choice choice, List<String> words, boolean assumed) {

    /** Copies the list. */
    public Item {
      words = List.copyOf(words);
    }
  }
}
