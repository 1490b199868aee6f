package dev.certadvisor.slack;

import dev.certadvisor.conversation.Effect;
import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Audience;
import dev.certadvisor.conversation.Transition;
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
import java.util.Optional;

/**
 * Packs replies as messages and views. The payload is JSON: {@code text} and {@code blocks}, for a
 * channel and a window also {@code asker}, for a return address {@code response_type}, for a home
 * and a window the {@code view}.
 */
final class ReplyPacker implements Packer {

  private final Wording wording;
  private final BlockKitRenderer renderer;
  private final Windows windows;
  private final FallbackText fallback;

  /** A packer with these sentences. */
  ReplyPacker(Wording wording) {
    this.wording = wording;
    this.renderer = new BlockKitRenderer(wording);
    this.windows = new Windows(renderer, wording);
    this.fallback = new FallbackText(wording);
  }

  @Override
  public List<Parcel> pack(Envelope envelope, Transition transition) {
    List<Parcel> parcels = new ArrayList<>();
    boolean said = false;
    for (Effect effect : transition.effects()) {
      if (effect instanceof Effect.Retire retire) {
        Optional<Parcel> retired = retired(envelope, retire);
        retired.ifPresent(parcels::add);
        said |= retired.isPresent() && retire.instead();
      }
    }
    if (!said) {
      parcels.addAll(reply(envelope, transition.reply()));
    }
    for (Effect effect : transition.effects()) {
      parcels.addAll(
          switch (effect) {
            case Effect.Post post -> posted(envelope, post);
            case Effect.Aside aside -> aside(envelope, aside);
            case Effect.HomeChanged home -> home(envelope, home);
            case Effect.Retire retire -> List.<Parcel>of(); // done above
            case Effect.Rated rated -> List.<Parcel>of(); // kept, not sent
            case Effect.Unheld unheld -> List.<Parcel>of(); // the same
            case Effect.Forget forget -> List.<Parcel>of();
            case Effect.Export export -> List.<Parcel>of();
            case Effect.Ruled ruled -> List.<Parcel>of(); // the same
            case Effect.Suggested suggested -> suggested(envelope, suggested);
            case Effect.Halt halt -> List.<Parcel>of(); // the same
            case Effect.PeopleChosen chosen -> List.<Parcel>of(); // the same
          });
    }
    return parcels;
  }

  private List<Parcel> reply(Envelope envelope, Reply reply) {
    List<Map<String, Object>> blocks = renderer.blocks(reply);
    if (blocks.isEmpty()) {
      return List.of();
    }
    Address to = window(envelope, reply).orElseGet(() -> address(envelope, reply.audience()));
    String asker = envelope.incoming().person().user();
    String id = envelope.id() + "#0";
    return switch (to) {
      case Address.Home home ->
          List.of(new Parcel(id, to, Json.write(Map.of("view", Windows.home(blocks)))));
      case Address.NewWindow window -> List.of(shown(id, to, asker, envelope, reply, blocks));
      case Address.Window window -> List.of(shown(id, to, asker, envelope, reply, blocks));
      case Address.InChannel place -> messages(envelope.id(), to, asker, reply, blocks);
      case Address.OnlyFor place -> messages(envelope.id(), to, asker, reply, blocks);
      case Address.DirectTo person -> messages(envelope.id(), to, asker, reply, blocks);
      case Address.Return back -> messages(envelope.id(), to, asker, reply, blocks);
      case Address.Message message -> messages(envelope.id(), to, asker, reply, blocks);
      case Address.Suggestions above -> List.of(); // they are shown, not answered
    };
  }

  /** A form needs a window, which what the person pressed lets us open. */
  private static Optional<Address> window(Envelope envelope, Reply reply) {
    Address replyTo = envelope.replyTo();
    return envelope
        .circumstances()
        .trigger()
        .filter(trigger -> Windows.form(reply).isPresent())
        .map(trigger ->
            new Address.NewWindow(
                replyTo.workspace(),
                envelope.incoming().person().user(),
                trigger,
                replyTo instanceof Address.Window));
  }

  /** Where the window cannot be shown any more, the words go to direct messages. */
  private Parcel shown(
      String id,
      Address to,
      String asker,
      Envelope envelope,
      Reply reply,
      List<Map<String, Object>> blocks) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("view", windows.modal(envelope, reply));
    payload.put("text", fallback.of(reply));
    payload.put("blocks", blocks.subList(0, Math.min(blocks.size(), SlackLimits.MESSAGE_BLOCKS)));
    payload.put("asker", asker);
    return new Parcel(id, to, Json.write(payload));
  }

  private static Optional<Parcel> retired(Envelope envelope, Effect.Retire retire) {
    return envelope
        .circumstances()
        .pressed()
        .flatMap(pressed ->
            RetiredButtons.of(pressed, retire)
                .map(
                    payload -> new Parcel(envelope.id() + "#retired", pressed.message(), payload)));
  }

  /** By the address that the person handed over with the channel, if one came. */
  private List<Parcel> posted(Envelope envelope, Effect.Post post) {
    String workspace = envelope.replyTo().workspace();
    String asker = envelope.incoming().person().user();
    Optional<String> url =
        Optional.ofNullable(envelope.circumstances().returns().get(post.channel()));
    Address to =
        url.<Address>map(known -> new Address.Return(workspace, post.channel(), asker, known))
            .orElseGet(() -> new Address.InChannel(workspace, post.channel(), Optional.empty()));
    List<Map<String, Object>> blocks = renderer.blocks(post.reply());
    return messages(
        envelope.id() + "#post",
        to,
        asker,
        fallback.of(post.reply()),
        blocks,
        url.isPresent(),
        AccountNote.of(post.reply()));
  }

  private List<Parcel> aside(Envelope envelope, Effect.Aside aside) {
    return messages(
        envelope.id() + "#aside",
        address(envelope, Audience.ASKER),
        envelope.incoming().person().user(),
        aside.reply(),
        renderer.blocks(aside.reply()));
  }

  private List<Parcel> home(Envelope envelope, Effect.HomeChanged changed) {
    Address home =
        new Address.Home(envelope.replyTo().workspace(), envelope.incoming().person().user());
    Map<String, Object> view = Windows.home(renderer.blocks(changed.page()));
    return List.of(new Parcel(envelope.id() + "#home", home, Json.write(Map.of("view", view))));
  }

  /** Only direct messages have suggestions. */
  private static List<Parcel> suggested(Envelope envelope, Effect.Suggested suggested) {
    return envelope.replyTo() instanceof Address.InChannel place
            && Clicked.isDirect(place.channel())
        ? List.of(
            new Parcel(
                envelope.id() + "#suggested",
                new Address.Suggestions(place.workspace(), place.channel()),
                Json.write(Map.of("prompts", suggested.suggestions()))))
        : List.of();
  }

  private List<Parcel> messages(
      String id, Address to, String asker, Reply reply, List<Map<String, Object>> blocks) {
    return messages(id, to, asker, fallback.of(reply), blocks, false, AccountNote.of(reply));
  }

  @Override
  public List<Parcel> apology(Envelope envelope, String incident) {
    String sorry = wording.say("slack.apology", incident);
    Address to = plainly(address(envelope, Audience.ASKER));
    return to instanceof Address.Home
        ? List.of(
            new Parcel(
                envelope.id() + "#0",
                to,
                Json.write(Map.of("view", Windows.home(List.of(section(sorry)))))))
        : courtesy(envelope.id(), to, envelope.incoming().person().user(), sorry);
  }

  /** A window is for replies; what has no form of its own goes to direct messages. */
  private static Address plainly(Address to) {
    return switch (to) {
      case Address.NewWindow window -> new Address.DirectTo(window.workspace(), window.user());
      case Address.Window window -> new Address.DirectTo(window.workspace(), window.user());
      case Address.InChannel place -> to;
      case Address.OnlyFor place -> to;
      case Address.DirectTo person -> to;
      case Address.Return back -> to;
      case Address.Home home -> to;
      case Address.Message message -> to;
      case Address.Suggestions above -> to;
    };
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
        plainly(address(envelope, Audience.ASKER)),
        "",
        wording.say(key, Math.max(1, left.plusMillis(999).toSeconds())));
  }

  /** Says that a button is not understood any more, to whoever pressed it. */
  List<Parcel> outdated(String id, Address to) {
    return note(id, to, wording.say("slack.outdated"));
  }

  /** Says that only admins may do what was wanted. */
  List<Parcel> onlyAdmins(String id, Address to) {
    return note(id, to, wording.say("slack.only-admins"));
  }

  /** Says something plain that answers nobody's words. */
  List<Parcel> note(String id, Address to, String words) {
    return courtesy(id, plainly(to), "", words);
  }

  private List<Parcel> courtesy(String id, Address to, String asker, String words) {
    return messages(id, to, asker, Mrkdwn.escape(words), List.of(section(words)), false, Map.of());
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
      boolean shared,
      Map<String, Object> why) {
    List<Parcel> parcels = new ArrayList<>();
    for (int from = 0; from < blocks.size(); from += SlackLimits.MESSAGE_BLOCKS) {
      int until = Math.min(from + SlackLimits.MESSAGE_BLOCKS, blocks.size());
      Map<String, Object> message = new LinkedHashMap<>();
      message.put("text", text);
      message.put("blocks", blocks.subList(from, until));
      if (!why.isEmpty() && (to instanceof Address.InChannel || to instanceof Address.DirectTo)) {
        message.put(AccountNote.FIELD, why);
      }
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
}
