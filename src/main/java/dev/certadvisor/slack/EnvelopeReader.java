package dev.certadvisor.slack;

import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.model.event.AgentSessionStoppedEvent;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.Event;
import dev.certadvisor.conversation.ConversationId;
import dev.certadvisor.conversation.Incoming;
import dev.certadvisor.conversation.PersonId;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Envelope;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what Bolt hands over into envelopes; empty where nobody waits for an answer. */
final class EnvelopeReader {

  private static final String SLACKBOT = "USLACKBOT";

  private final InstantSource clock;

  /** A reader that stamps envelopes by this clock. */
  EnvelopeReader(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * A message that mentions the app in a channel. In direct messages Slack sends a message event
   * alone, so a mention there would be the same message twice.
   */
  Optional<Envelope> mention(EventsApiPayload<? extends Event> payload, Message message) {
    return isDirect(message) || !isFromAPerson(message)
        ? Optional.empty()
        : Optional.of(said(payload, message));
  }

  /** A direct message. Messages in channels count only as mentions. */
  Optional<Envelope> message(EventsApiPayload<? extends Event> payload, Message message) {
    return isDirect(message) && isFromAPerson(message)
        ? Optional.of(said(payload, message))
        : Optional.empty();
  }

  /** The app's home or its messages were opened. */
  Optional<Envelope> opened(EventsApiPayload<AppHomeOpenedEvent> payload) {
    AppHomeOpenedEvent event = payload.getEvent();
    String workspace = workspace(payload);
    PersonId person = new PersonId(workspace, event.getUser());
    ConversationId.Private talk = new ConversationId.Private(person);
    String id = eventId(payload, event.getChannel(), event.getEventTs());
    return switch (String.valueOf(event.getTab())) {
      case "home" ->
          Optional.of(
              new Envelope(
                  id,
                  new Incoming.OpenedHome(talk, person),
                  new Address.Home(workspace, event.getUser()),
                  clock.instant()));
      case "messages" ->
          Optional.of(
              new Envelope(
                  id,
                  new Incoming.OpenedMessages(talk, person),
                  new Address.InChannel(workspace, event.getChannel(), Optional.empty()),
                  clock.instant()));
      default -> Optional.empty();
    };
  }

  /**
   * The person has the messages with the app before them and looks at something else; empty where
   * Slack does not say whose messages those are.
   */
  Optional<Envelope> lookedElsewhere(EventsApiPayload<AppContextChangedEvent> payload) {
    AppContextChangedEvent event = payload.getEvent();
    String channel = event.channel();
    String user = event.user();
    if (user == null || channel == null || !isDirect(channel)) {
      return Optional.empty();
    }
    PersonId person = new PersonId(workspace(payload), user);
    return Optional.of(
        new Envelope(
            eventId(payload, channel, event.eventTs()),
            new Incoming.OpenedMessages(new ConversationId.Private(person), person),
            new Address.InChannel(person.workspace(), channel, Optional.empty()),
            clock.instant()));
  }

  /** Slack's own stop button was pressed in a thread; empty where it does not say in which. */
  Optional<Envelope> stopped(EventsApiPayload<AgentSessionStoppedEvent> payload) {
    AgentSessionStoppedEvent event = payload.getEvent();
    if (event.getUser() == null || event.getChannel() == null || event.getThreadTs() == null) {
      return Optional.empty();
    }
    PersonId person = new PersonId(workspace(payload), event.getUser());
    ConversationId conversation =
        isDirect(event.getChannel())
            ? new ConversationId.Private(person)
            : new ConversationId.ChannelThread(
                person.workspace(), event.getChannel(), event.getThreadTs());
    return Optional.of(
        new Envelope(
            eventId(payload, event.getChannel(), event.getEventTs()),
            new Incoming.Halted(conversation, person),
            new Address.InChannel(
                person.workspace(), event.getChannel(), Optional.of(event.getThreadTs())),
            clock.instant()));
  }

  /** A slash command. It is private: the reply goes to its return address. */
  Envelope command(SlashCommandPayload payload) {
    PersonId person = new PersonId(payload.getTeamId(), payload.getUserId());
    return new Envelope(
        "command:" + payload.getTeamId() + "/" + payload.getTriggerId(),
        new Incoming.Commanded(
            new ConversationId.Private(person), person, MessageText.plain(payload.getText())),
        new Address.Return(
            payload.getTeamId(),
            payload.getChannelId(),
            payload.getUserId(),
            payload.getResponseUrl()),
        clock.instant());
  }

  private Envelope said(EventsApiPayload<? extends Event> payload, Message message) {
    String workspace = workspace(payload);
    PersonId person = new PersonId(workspace, String.valueOf(message.user()));
    String thread = message.threadTs() == null ? message.ts() : message.threadTs();
    ConversationId conversation =
        isDirect(message)
            ? new ConversationId.Private(person)
            : new ConversationId.ChannelThread(workspace, message.channel(), thread);
    return new Envelope(
        eventId(payload, message.channel(), message.ts()),
        new Incoming.Said(conversation, person, MessageText.plain(message.text())),
        new Address.InChannel(workspace, message.channel(), Optional.of(thread)),
        clock.instant());
  }

  private static String eventId(
      EventsApiPayload<? extends Event> payload, String channel, @Nullable String ts) {
    String id = payload.getEventId();
    return id == null || id.isBlank()
        ? "message:" + workspace(payload) + "/" + channel + "/" + ts
        : "event:" + id;
  }

  /** The workspace that installed the app, as {@link Belonging} has settled it. */
  private static String workspace(EventsApiPayload<? extends Event> payload) {
    return String.valueOf(payload.getTeamId());
  }

  private static boolean isDirect(Message message) {
    return "im".equals(message.channelType())
        || "app_home".equals(message.channelType())
        || (message.channelType() == null && isDirect(message.channel()));
  }

  private static boolean isDirect(String channel) {
    return channel.startsWith("D");
  }

  /** Bots, this one too, are left alone, or two of them could talk to each other for ever. */
  private static boolean isFromAPerson(Message message) {
    return message.user() != null
        && !SLACKBOT.equals(message.user())
        && message.botId() == null
        && !message.edited();
  }

  /**
   * The few fields that all kinds of message events share.
   *
   * @param user who; null where no person wrote it
   * @param botId which bot; null where a person wrote it
   * @param text null where there are only files
   * @param threadTs null outside threads
   * @param channelType null in mentions
   * @param edited whether it was changed after it was written
   */
  record Message(
      @Nullable String user,
      @Nullable String botId,
      @Nullable String text,
      String channel,
      String ts,
      @Nullable String threadTs,
      @Nullable String channelType,
      boolean edited) {}
}
