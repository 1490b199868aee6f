package dev.certadvisor.playground;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who and what is in the workspace from the start; all made up. */
final class Cast {

  static final List<Person> PEOPLE =
      List.of(
          new Person("U0MAYA00001", "maya", "Maya Lindqvist", "ML engineer", "D0MAYA00001"),
          new Person("U0TOMAS0001", "tomas", "Tomás Ferreira", "Backend developer", "D0TOMAS0001"),
          new Person("U0AISHA0001", "aisha", "Aisha Rahman", "Data scientist", "D0AISHA0001"),
          new Person("U0KENJI0001", "kenji", "Kenji Watanabe", "Career changer", "D0KENJI0001"));

  static final List<Channel> CHANNELS =
      List.of(
          new Channel("C0CERTS0001", "cloud-certs", "Which exam, when, and how to prepare"),
          new Channel("C0GENERAL01", "general", "Everyone at Larkfield"),
          new Channel(
              "C0STUDY0001", "study-group", "Thursdays at five; the advisor is not in here"));

  /** The channels that the app is a member of. */
  static final Set<String> JOINED = Set.of("C0CERTS0001", "C0GENERAL01");

  /** Who said what where before anyone looked: handle, channel, words. */
  static final List<String[]> SAID_BEFORE =
      List.of(
          new String[] {
            "tomas",
            "general",
            "Morning all. The training budget for next year is open; put your exams in by Friday."
          },
          new String[] {
            "aisha",
            "cloud-certs",
            "Has anyone here sat an AWS or an Azure AI exam this year? Half the pages I find are"
                + " about exams that no longer exist."
          },
          new String[] {
            "kenji",
            "cloud-certs",
            "Same here. I am new to all of this, and cannot even tell which of the two is for me."
          },
          new String[] {
            "tomas",
            "cloud-certs",
            "Then ask @Cert Advisor: mention it in here and it answers in a thread, with sources."
          });

  private Cast() {}

  static Optional<Person> person(String idOrHandle) {
    return PEOPLE.stream()
        .filter(who -> who.id().equals(idOrHandle) || who.handle().equals(idOrHandle))
        .findFirst();
  }

  static Optional<Channel> channel(String idOrName) {
    return CHANNELS.stream()
        .filter(where -> where.id().equals(idOrName) || where.name().equals(idOrName))
        .findFirst();
  }

  /** Whose direct messages a conversation is. */
  static Optional<Person> ownerOf(String directMessage) {
    return PEOPLE.stream().filter(who -> who.directMessage().equals(directMessage)).findFirst();
  }

  /** Whether a conversation of this id is there. */
  static boolean isConversation(String id) {
    return ownerOf(id).isPresent() || CHANNELS.stream().anyMatch(known -> known.id().equals(id));
  }
}
