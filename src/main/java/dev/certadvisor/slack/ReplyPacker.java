package dev.certadvisor.slack;

import dev.certadvisor.conversation.Act;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.LimitedInbox.Over;
import dev.certadvisor.delivery.Packer;
import dev.certadvisor.delivery.Parcel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Packs replies as messages and home views. The payload is JSON: for messages {@code text} and
 * {@code blocks}, for a channel also {@code asker}, for a return address {@code response_type}, for
 * a home the {@code view}.
 */
final class ReplyPacker implements Packer {

  private final Wording wording;
  private final BlockKitRenderer renderer;
  private final FallbackText fallback;

  /** A packer with these sentences. */
  ReplyPacker(Wording wording) {
    this.wording = wording;
    this.renderer = new BlockKitRenderer(wording);
    this.fallback = new FallbackText(wording);
  }

  @Override
  public List<Parcel> pack(Envelope envelope, Reply reply) {
    List<Map<String, Object>> blocks = renderer.blocks(reply);
    if (blocks.isEmpty()) {
      return List.of();
    }
    boolean shared = isShared(envelope.incoming());
    Address to = shared ? inTheOpen(envelope.replyTo()) : address(envelope, reply.audience());
    if (to instanceof Address.Home) {
      return List.of(new Parcel(envelope.id() + "#0", to, home(blocks)));
    }
    String asker = envelope.incoming().person().user();
    return messages(envelope.id(), to, asker, fallback.of(reply), blocks, shared);
  }

  @Override
  public List<Parcel> apology(Envelope envelope, String incident) {
    String sorry = wording.say("slack.apology", incident);
    Address to = address(envelope, Audience.ASKER);
    return to instanceof Address.Home
        ? List.of(new Parcel(envelope.id() + "#0", to, home(List.of(section(sorry)))))
        : courtesy(envelope.id(), to, envelope.incoming().person().user(), sorry);
  }

  @Override
  public List<Parcel> refusal(Envelope envelope, String id, Over over, Duration left) {
    String key =
        switch (over) {
          case PERSON -> "slack.limit-person";
          case CHANNEL -> "slack.limit-channel";
        };
    return courtesy(
        id,
        address(envelope, Audience.ASKER),
        "",
        wording.say(key, Math.max(1, left.plusMillis(999).toSeconds())));
  }

  /** Says that a button is not understood any more, to whoever pressed it. */
  List<Parcel> outdated(String id, Address to) {
    return note(id, to, wording.say("slack.outdated"));
  }

  /** Says something plain that answers nobody's words. */
  List<Parcel> note(String id, Address to, String words) {
    return courtesy(id, to, "", words);
  }

  private List<Parcel> courtesy(String id, Address to, String asker, String words) {
    return messages(id, to, asker, Mrkdwn.escape(words), List.of(section(words)), false);
  }

  private static Map<String, Object> section(String words) {
    return Blocks.section(Mrkdwn.escape(words));
  }

  private static List<Parcel> messages(
      String id,
      Address to,
      String asker,
      String text,
      List<Map<String, Object>> blocks,
      boolean shared) {
    List<Parcel> parcels = new ArrayList<>();
    for (int from = 0; from < blocks.size(); from += SlackLimits.MESSAGE_BLOCKS) {
      int until = Math.min(from + SlackLimits.MESSAGE_BLOCKS, blocks.size());
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("text", text);
      message.put("blocks", blocks.subList(from, until));
      if (to instanceof Address.InChannel) {
        message.put("asker", asker);
      } else if (to instanceof Address.Return) {
        message.put("response_type", shared ? "in_channel" : "ephemeral");
        message.put("replace_original", false);
      }
      parcels.add(new Parcel(id + "#" + parcels.size(), to, Json.write(message)));
    }
    return parcels;
  }

  private static String home(List<Map<String, Object>> blocks) {
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("type", "home");
    view.put("blocks", blocks.subList(0, Math.min(blocks.size(), SlackLimits.HOME_BLOCKS)));
    return Json.write(Map.of("view", view));
  }

  private static Address address(Envelope envelope, Audience audience) {
    Address replyTo = envelope.replyTo();
    String user = envelope.incoming().person().user();
    return switch (audience) {
      case CONVERSATION -> replyTo;
      case ASKER -> onlyFor(replyTo, user);
      case DIRECT_MESSAGE -> new Address.DirectTo(replyTo.workspace(), user);
    };
  }

  /** In direct messages nobody else reads along, and a lasting message serves better there. */
  private static Address onlyFor(Address address, String user) {
    return address instanceof Address.InChannel place && !place.channel().startsWith("D")
        ? new Address.OnlyFor(place.workspace(), place.channel(), place.thread(), user)
        : address;
  }

  /** A return address is opened by the message itself. */
  private static Address inTheOpen(Address address) {
    return address instanceof Address.OnlyFor place
        ? new Address.InChannel(place.workspace(), place.channel(), place.thread())
        : address;
  }

  private static boolean isShared(Incoming incoming) {
    return incoming instanceof Incoming.Chose chose
        && chose.act() instanceof Act.Do move
        && (move.move() == Act.Move.SHARE_ADVICE || move.move() == Act.Move.SHARE_ANSWER);
  }
}
