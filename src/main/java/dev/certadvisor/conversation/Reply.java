package dev.certadvisor.conversation;

import dev.certadvisor.decision.Recommendation;
import dev.certadvisor.knowledge.Citation;
import dev.certadvisor.knowledge.SubjectId;
import java.util.List;
import java.util.Optional;

/**
 * What is said back: parts to be drawn by whatever surface shows them, and what they mean for
 * programs.
 *
 * @param kind what sort of reply it is
 * @param audience who may see it
 * @param parts in reading order; texts are plain, without markup of any platform
 * @param confidence 0 to 1: how sure the reading and the answer are
 * @param subjects the subjects that it speaks of
 * @param recommendation the advice in machine-readable form, where the reply gives one
 * @param account why it is as it is
 */
public record Reply(
    Kind kind,
    Audience audience,
    List<Part> parts,
    double confidence,
    List<SubjectId> subjects,
    Optional<Recommendation> recommendation,
    Account account) {

  /** A reply that nothing was noted about. */
  public Reply(
      Kind kind,
      Audience audience,
      List<Part> parts,
      double confidence,
      List<SubjectId> subjects,
      Optional<Recommendation> recommendation) {
    this(kind, audience, parts, confidence, subjects, recommendation, Account.NONE);
  }

  /** Copies the lists. */
  public Reply {
    parts = List.copyOf(parts);
    subjects = List.copyOf(subjects);
  }

  /** Nothing is said; a reply without parts is not sent. */
  public static final Reply SILENCE =
      new Reply(Kind.SMALLTALK, Audience.CONVERSATION, List.of(), 1, List.of(), Optional.empty());

  /** The same with other parts. */
  public Reply withParts(List<Part> others) {
    return new Reply(kind, audience, others, confidence, subjects, recommendation, account);
  }

  /** The same with another account. */
  public Reply withAccount(Account other) {
    return new Reply(kind, audience, parts, confidence, subjects, recommendation, other);
  }

  /** All that it quotes, in reading order. */
  public List<Citation> citations() {
    return parts.stream()
        .flatMap(part ->
            switch (part) {
              case Part.Quote quote -> List.of(quote.citation()).stream();
              case Part.Comparison comparison ->
                  comparison.sides().stream()
                      .flatMap(side -> side.quotes().stream())
                      .map(Part.Quote::citation);
              case Part.Heading heading -> List.<Citation>of().stream();
              case Part.Prose prose -> List.<Citation>of().stream();
              case Part.Bullets bullets -> List.<Citation>of().stream();
              case Part.Prompt prompt -> List.<Citation>of().stream();
              case Part.Ranking ranking -> List.<Citation>of().stream();
              case Part.Status status -> List.<Citation>of().stream();
              case Part.Notice notice -> List.<Citation>of().stream();
              case Part.Buttons buttons -> List.<Citation>of().stream();
              case Part.Byline byline -> List.<Citation>of().stream();
              case Part.Form form -> List.<Citation>of().stream();
            })
        .toList();
  }

  /** The question that it puts, if any. */
  public Optional<Part.Prompt> prompt() {
    return parts.stream()
        .filter(Part.Prompt.class::isInstance)
        .map(Part.Prompt.class::cast)
        .findFirst();
  }

  /** What sort of reply it is. */
  public enum Kind {
    ANSWER,
    COMPARISON,
    RECOMMENDATION,
    INTERVIEW,
    STATUS,
    HELP,
    SMALLTALK,
    UNKNOWN
  }

  /** Who may see a reply. */
  public enum Audience {
    /** Whoever reads the conversation that it answers. */
    CONVERSATION,
    /** Only the person who asked, where they asked. */
    ASKER,
    /** Only the person who asked, in their direct messages. */
    DIRECT_MESSAGE
  }

  /** One piece of a reply. */
  public sealed interface Part {

    /**
     * A headline.
     *
     * @param text one line
     */
    record Heading(String text) implements Part {}

    /**
     * A paragraph in the advisor's own words.
     *
     * @param text plain text
     */
    record Prose(String text) implements Part {}

    /**
     * A short list in the advisor's own words.
     *
     * @param items plain texts
     */
    record Bullets(List<String> items) implements Part {

      /** Copies the list. */
      public Bullets {
        items = List.copyOf(items);
      }
    }

    /**
     * The guide's own words.
     *
     * @param citation the exact words and their section
     * @param key the sentence of them that matters most, an exact slice; empty where none stands
     *     out
     * @param now what holds today, where the words are overtaken or opinion; the pack's own words
     */
    record Quote(Citation citation, Optional<String> key, Optional<String> now) implements Part {}

    /**
     * The subjects side by side.
     *
     * @param sides one per subject, in the pack's order
     */
    record Comparison(List<Side> sides) implements Part {

      /** Copies the list. */
      public Comparison {
        sides = List.copyOf(sides);
      }
    }

    /**
     * One subject's side of a comparison.
     *
     * @param subject which
     * @param name its name for people
     * @param quotes what the guide says of it; empty where it says nothing on the matter
     */
    record Side(SubjectId subject, String name, List<Quote> quotes) {

      /** Copies the list. */
      public Side {
        quotes = List.copyOf(quotes);
      }
    }

    /**
     * A question of the interview, waiting for an answer.
     *
     * @param question its id
     * @param text its words
     * @param options the choices, in order; numbers that people type count from 1
     * @param asked how many have been put, this one included
     * @param atMost how many can still come to be put in all
     * @param controls further moves: back, why, skip, stop …
     */
    record Prompt(
        String question,
        String text,
        List<Option> options,
        int asked,
        int atMost,
        List<Button> controls)
        implements Part {

      /** Copies the lists. */
      public Prompt {
        options = List.copyOf(options);
        controls = List.copyOf(controls);
      }
    }

    /**
     * A choice of a prompt.
     *
     * @param id its id in the question
     * @param label its words
     */
    record Option(String id, String label) {}

    /**
     * How the directions stand.
     *
     * @param shares best first
     */
    record Ranking(List<Ranked> shares) implements Part {

      /** Copies the list. */
      public Ranking {
        shares = List.copyOf(shares);
      }
    }

    /**
     * One direction's standing.
     *
     * @param name for people
     * @param share 0 to 1
     */
    record Ranked(String name, double share) {}

    /**
     * What is true of a credential, each value with its source and day.
     *
     * @param title code and name
     * @param state its status in a sentence
     * @param facts label and value, in order; may be empty
     * @param source where the status was seen: a name and, where it has one, an address
     * @param address the official page; empty where none is known
     */
    record Status(
        String title, String state, List<Fact> facts, String source, Optional<String> address)
        implements Part {

      /** Copies the list. */
      public Status {
        facts = List.copyOf(facts);
      }
    }

    /**
     * One value.
     *
     * @param label what it is
     * @param value its words, with doubts said
     * @param source where and when it was seen
     */
    record Fact(String label, String value, String source) {}

    /**
     * Small print: how a message was read, how old something is.
     *
     * @param text one or two sentences
     */
    record Notice(String text) implements Part {}

    /**
     * Who is behind a message that others read.
     *
     * @param text what the person did, for example "Shared by"
     * @param person who
     */
    record Byline(String text, PersonId person) implements Part {}

    /**
     * A form to be filled in; what stands before it in the reply explains it.
     *
     * @param sheet which
     * @param about what it is about; comes back with it
     * @param title of a window that shows it, at most 24 characters
     * @param submit what hands it in, at most 24 characters
     * @param fields in order
     */
    record Form(Act.Sheet sheet, String about, String title, String submit, List<Field> fields)
        implements Part {

      /** Copies the list. */
      public Form {
        fields = List.copyOf(fields);
      }
    }

    /** A place in a form. */
    sealed interface Field {

      /** Names it in the form. */
      String id();

      /** Its words. */
      String label();

      /**
       * One of a few.
       *
       * @param options at most ten
       * @param preset the option's id that is chosen already; empty where none is
       */
      record OneOf(String id, String label, List<Option> options, Optional<String> preset)
          implements Field {

        /** Copies the list. */
        public OneOf {
          options = List.copyOf(options);
        }
      }

      /**
       * Words of the person's own, which may be left out.
       *
       * @param most characters
       */
      record Words(String id, String label, int most) implements Field {}

      /**
       * A channel.
       *
       * @param here whether the one that the person looks at is chosen already
       */
      record Channel(String id, String label, boolean here) implements Field {}

      /**
       * A channel that no other company reads; it may be left blank.
       *
       * @param preset the platform's id of the channel that is chosen already; empty for none
       */
      record OwnChannel(String id, String label, Optional<String> preset) implements Field {}
    }

    /**
     * What can be done next.
     *
     * @param buttons in order, at most five
     */
    record Buttons(List<Button> buttons) implements Part {

      /** Copies the list. */
      public Buttons {
        buttons = List.copyOf(buttons);
      }
    }
  }

  /**
   * A button, or in a terminal a hint at what can be typed.
   *
   * @param label its words, at most 75 characters
   * @param act what it does
   */
  public record Button(String label, Act act) {}
}
