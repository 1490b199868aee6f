package dev.certadvisor.playground;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who and what is in the workspace; at the start a few people and channels, all made up. */
final class Roster {

  private static final List<Person> PEOPLE =
      List.of(
          new Person("U0MAYA00001", "maya", "Maya Lindqvist", "ML engineer, admin", "D0MAYA00001"),
          new Person("U0TOMAS0001", "tomas", "Tomás Ferreira", "Backend developer", "D0TOMAS0001"),
          new Person("U0AISHA0001", "aisha", "Aisha Rahman", "Data scientist", "D0AISHA0001"),
          new Person("U0KENJI0001", "kenji", "Kenji Watanabe", "Career changer", "D0KENJI0001"));

  private static final Channel STUDY_GROUP =
      new Channel("C0STUDY0001", "study-group", "Thursdays at five; the advisor is not in here");

  private static final List<Channel> CHANNELS =
      List.of(
          new Channel("C0CERTS0001", "cloud-certs", "Which exam, when, and how to prepare"),
          new Channel("C0GENERAL01", "general", "Everyone at Larkfield"),
          STUDY_GROUP);

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

  private final List<Person> people = new ArrayList<>(PEOPLE);
  private final List<Channel> channels = new ArrayList<>(CHANNELS);
  private final Set<String> joined = new HashSet<>();

  Roster() {
    leaveStudyGroup();
  }

  synchronized List<Person> people() {
    return List.copyOf(people);
  }

  synchronized List<Channel> channels() {
    return List.copyOf(channels);
  }

  /** Lets someone in. */
  synchronized void admit(Person person) {
    people.add(person);
  }

  /** Opens a channel, with the app in it. */
  synchronized void open(Channel channel) {
    channels.add(channel);
    joined.add(channel.id());
  }

  synchronized Optional<Person> person(String idOrHandle) {
    return people.stream()
        .filter(who -> who.id().equals(idOrHandle) || who.handle().equals(idOrHandle))
        .findFirst();
  }

  synchronized Optional<Channel> channel(String idOrName) {
    return channels.stream()
        .filter(where -> where.id().equals(idOrName) || where.name().equals(idOrName))
        .findFirst();
  }

  /** Whose direct messages a conversation is. */
  synchronized Optional<Person> ownerOf(String directMessage) {
    return people.stream().filter(who -> who.directMessage().equals(directMessage)).findFirst();
  }

  /** Whether a conversation of this id is there. */
  boolean isConversation(String id) {
    return ownerOf(id).isPresent() || channels().stream().anyMatch(known -> known.id().equals(id));
  }

  /** The conversation that an id means; a person's id stands for the direct messages with them. */
  String conversation(String id) {
    return person(id).filter(who -> who.id().equals(id)).map(Person::directMessage).orElse(id);
  }

  /** A channel's name, or what Slack calls all direct messages. */
  String nameOf(String conversation) {
    return channel(conversation).map(Channel::name).orElse("directmessage");
  }

  /** Whether the app is in a conversation, as it is in all direct messages. */
  synchronized boolean isJoined(String conversation) {
    return conversation.startsWith("D") || joined.contains(conversation);
  }

  synchronized void join(String channel) {
    joined.add(channel);
  }

  /** The app is again where it was at the start: everywhere but in one channel. */
  synchronized void leaveStudyGroup() {
    channels.forEach(channel -> joined.add(channel.id()));
    joined.remove(STUDY_GROUP.id());
  }
}
