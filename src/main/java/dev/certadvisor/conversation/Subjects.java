package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.knowledge.SubjectId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the guide compares, in the order in which sides are shown.
 *
 * @param all at least one
 */
public record Subjects(List<Subject> all) {

  /**
   * @throws IllegalArgumentException if there is none
   */
  public Subjects {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("a pack needs at least one subject");
    }
  }

  /** The ids, in order. */
  public List<SubjectId> ids() {
    return all.stream().map(Subject::id).toList();
  }

  /** The credential that the guide describes for each, in order. */
  public List<CredentialId> credentials() {
    return all.stream().map(Subject::credential).toList();
  }

  /** The subject of that id, if there is one. */
  public Optional<Subject> find(SubjectId id) {
    return all.stream().filter(subject -> subject.id().equals(id)).findFirst();
  }

  /** The subject whose own credential that is, if there is one. */
  public Optional<Subject> of(CredentialId credential) {
    return all.stream().filter(subject -> subject.credential().equals(credential)).findFirst();
  }

  /**
   * A question with the subjects' names taken out, or replaced where it is now about one of them.
   */
  public String reworded(String question, List<SubjectId> now) {
    String instead = now.size() == 1 ? find(now.getFirst()).map(Subject::shortName).orElse("") : "";
    String reworded = question;
    for (Subject subject : all) {
      reworded = subject.names().matcher(reworded).replaceAll(Matcher.quoteReplacement(instead));
    }
    return reworded.replaceAll("\\s+", " ").strip();
  }

  /**
   * One thing compared.
   *
   * @param id its id
   * @param name its full name
   * @param shortName what people call it
   * @param credential the credential that the guide describes
   * @param alsoCalled further names, in lower case
   */
  public record Subject(
      SubjectId id,
      String name,
      String shortName,
      CredentialId credential,
      List<String> alsoCalled) {

    /** Copies the list. */
    public Subject {
      alsoCalled = List.copyOf(alsoCalled);
    }

    private Pattern names() {
      String any =
          Stream.concat(Stream.of(name, shortName, credential.code()), alsoCalled.stream())
              .sorted(Comparator.comparingInt(String::length).reversed())
              .map(Pattern::quote)
              .collect(Collectors.joining("|"));
      return Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
  }
}
