package dev.certadvisor.conversation;

import dev.certadvisor.catalogue.CredentialId;
import dev.certadvisor.knowledge.SubjectId;
import java.util.List;
import java.util.Optional;

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
   * One thing compared.
   *
   * @param id its id
   * @param name its full name
   * @param shortName what people call it
   * @param credential the credential that the guide describes
   */
  public record Subject(SubjectId id, String name, String shortName, CredentialId credential) {}
}
