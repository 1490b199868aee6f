package dev.certadvisor.evaluation;

import dev.certadvisor.intent.UtteranceClassifier.Example;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The labelled data of a pack: what was asked, and what is right.
 *
 * @param questions questions that the guide answers
 * @param uncovered messages that neither guide nor catalogue answers
 * @param facts questions of fact
 * @param utterances messages with their intents
 * @param profiles people who describe themselves
 * @param floors the least that each figure may be, by its name; where the name begins with "most-",
 *     the most
 */
public record PackCases(
    List<Question> questions,
    List<String> uncovered,
    List<Fact> facts,
    List<Example> utterances,
    List<Person> profiles,
    Map<String, Double> floors) {

  /** Copies the lists. */
  public PackCases {
    questions = List.copyOf(questions);
    uncovered = List.copyOf(uncovered);
    facts = List.copyOf(facts);
    utterances = List.copyOf(utterances);
    profiles = List.copyOf(profiles);
    floors = Map.copyOf(floors);
  }

  /**
   * A question that the guide answers.
   *
   * @param ask the words
   * @param sections ids of every section that rightly answers, the best first; at least one
   * @param comparison whether both subjects are meant
   */
  public record Question(String ask, List<String> sections, boolean comparison) {

    /** Copies the list. */
    public Question {
      sections = List.copyOf(sections);
    }
  }

  /**
   * A question of fact.
   *
   * @param ask the words
   * @param expect texts that all have to be in the reply
   */
  public record Fact(String ask, List<String> expect) {

    /** Copies the list. */
    public Fact {
      expect = List.copyOf(expect);
    }
  }

  /**
   * Someone who describes themself.
   *
   * @param text the words
   * @param direction the right advice; empty where no side should win
   */
  public record Person(String text, Optional<String> direction) {}
}
