package dev.certadvisor.delivery;

import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Takes no more than it can bear: so many messages of a person and of a channel in each window, and
 * nothing at all while too much waits. Whoever is over a limit hears so once in the window.
 *
 * <p>Each instance counts by itself; the one notice of a window is the same on all of them.
 */
public final class LimitedInbox implements Inbox {

  private final Inbox inbox;
  private final Packer packer;
  private final Allowance people;
  private final Allowance channels;
  private final Backlog backlog;
  private final BiConsumer<Envelope, Over> refused;

  /** The limits that a message can be over. */
  public enum Over {
    /** Its person has sent enough for now. */
    PERSON,
    /** Its channel has sent enough for now. */
    CHANNEL
  }

  /**
   * An inbox before another.
   *
   * @param inbox gets what is within the limits
   * @param packer words the notice
   * @param limits the limits
   * @param backlog knows how much waits
   * @param clock tells the time
   * @param refused hears of each message that is over a limit
   */
  public LimitedInbox(
      Inbox inbox,
      Packer packer,
      Limits limits,
      Backlog backlog,
      InstantSource clock,
      BiConsumer<Envelope, Over> refused) {
    this.inbox = inbox;
    this.packer = packer;
    this.people = new Allowance(clock, limits.window(), limits.perPerson());
    this.channels = new Allowance(clock, limits.window(), limits.perChannel());
    this.backlog = backlog;
    this.refused = refused;
  }

  @Override
  public boolean take(Envelope envelope) {
    makeSureThereIsRoom();
    PersonId person = envelope.incoming().person();
    if (counts(envelope.incoming())) {
      if (!people.admits(name(person), envelope.id())) {
        return refuse(envelope, Over.PERSON);
      }
      if (envelope.incoming().conversation() instanceof ConversationId.ChannelThread thread
          && !channels.admits(thread.workspace() + "/" + thread.channel(), envelope.id())) {
        return refuse(envelope, Over.CHANNEL);
      }
    }
    boolean taken = inbox.take(envelope);
    if (taken) {
      backlog.grew();
    }
    return taken;
  }

  @Override
  public boolean take(String id, List<Parcel> parcels) {
    makeSureThereIsRoom();
    return inbox.take(id, parcels);
  }

  private void makeSureThereIsRoom() {
    if (backlog.isFull()) {
      throw new Unavailable("too much waits to be answered: " + backlog.waiting());
    }
  }

  /**
   * Opening a page is no message; Slack does it for the person, and it only shows what is there.
   */
  private static boolean counts(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Said said -> true;
      case Incoming.Commanded commanded -> true;
      case Incoming.Chose chose -> true;
      case Incoming.OpenedHome opened -> false;
      case Incoming.OpenedMessages opened -> false;
      case Incoming.Halted halted -> false;
    };
  }

  private boolean refuse(Envelope envelope, Over over) {
    refused.accept(envelope, over);
    String id = noticeId(envelope.incoming().person());
    inbox.take(id, packer.refusal(envelope, id, over, people.left()));
    return false;
  }

  /**
   * One for each person and window. Ids are kept for days, so the person is not to be read there.
   */
  private String noticeId(PersonId person) {
    String notice = name(person) + "@" + people.number();
    return "limit:" + UUID.nameUUIDFromBytes(notice.getBytes(StandardCharsets.UTF_8));
  }

  private static String name(PersonId person) {
    return person.workspace() + "/" + person.user();
  }
}
