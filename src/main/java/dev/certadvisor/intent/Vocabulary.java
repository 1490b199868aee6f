package dev.certadvisor.intent;

import java.util.List;

/**
 * The words by which people name things, as the pack has them. All names are matched without regard
 * to case, punctuation and small typing errors; the longest name wins.
 *
 * @param subjects the subjects compared: id and names ("aws": aws, amazon, …)
 * @param credentials by code: nicknames ("AI-102": azure ai engineer, …); codes themselves are
 *     recognised in any writing ("ai102", "AI 102") and need not be listed
 * @param topics words of the topic list and how people say them ("fees": cost, price, …)
 * @param attributes facts of a credential and how people ask for them ("price": how much, …)
 * @param synonyms what is read as what ("cert": certification), for searching
 * @param both words that mean all subjects at once ("both", "the two", "which one")
 * @param comparatives words that compare ("harder", "cheaper", "better")
 * @param comparing words that compare and tell nothing of the matter ("versus", "difference")
 * @param negations words that exclude what follows ("without", "not")
 * @param outside matters that the advisor knows nothing of and would else mistake for its own: why,
 *     and names ("another vendor": google cloud, …)
 * @param openers words with which questions begin ("what", "is")
 * @param followUps beginnings that refer to what was said before ("and for", "what about")
 */
public record Vocabulary(
    List<Named> subjects,
    List<Named> credentials,
    List<Named> topics,
    List<Named> attributes,
    List<Named> synonyms,
    List<String> both,
    List<String> comparatives,
    List<String> comparing,
    List<String> negations,
    List<Named> outside,
    List<String> openers,
    List<String> followUps) {

  /** Copies the lists. */
  public Vocabulary {
    subjects = List.copyOf(subjects);
    credentials = List.copyOf(credentials);
    topics = List.copyOf(topics);
    attributes = List.copyOf(attributes);
    synonyms = List.copyOf(synonyms);
    both = List.copyOf(both);
    comparatives = List.copyOf(comparatives);
    comparing = List.copyOf(comparing);
    negations = List.copyOf(negations);
    outside = List.copyOf(outside);
    openers = List.copyOf(openers);
    followUps = List.copyOf(followUps);
  }

  /** The same words with other credentials, which the catalogue knows. */
  public Vocabulary withCredentials(List<Named> others) {
    return new Vocabulary(
        subjects,
        others,
        topics,
        attributes,
        synonyms,
        both,
        comparatives,
        comparing,
        negations,
        outside,
        openers,
        followUps);
  }

  /**
   * A thing and what people call it.
   *
   * @param id what programs call it
   * @param names what people call it, lower case; may hold several words
   */
  public record Named(String id, List<String> names) {

    /** Copies the list. */
    public Named {
      names = List.copyOf(names);
    }
  }
}
