package dev.certadvisor.slack;

import com.slack.api.Slack;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.AppUninstalledEvent;
import com.slack.api.model.event.Event;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.model.event.MessageFileShareEvent;
import com.slack.api.model.event.MessageThreadBroadcastEvent;
import com.slack.api.model.event.TokensRevokedEvent;
import dev.certadvisor.conversation.Act;
import dev.certadvisor.delivery.Envelope;
import dev.certadvisor.delivery.Inbox;
import dev.certadvisor.slack.EnvelopeReader.Message;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The visible list of what Slack may send us, and who handles it. Every handler stores an envelope
 * and acknowledges; the work comes afterwards. Slack waits 3 seconds for the acknowledgement and
 * delivers again otherwise ("The Events API", docs.slack.dev/apis/events-api).
 *
 * <p>Everything else is acknowledged and left alone: edits, deletions, joins, other apps' events.
 */
final class SlackApp {

  /** The slash command. */
  static final String COMMAND = "/advisor";

  /** The events that are handled, as the app's manifest names them. */
  static final List<String> EVENTS =
      List.of("app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked");

  /** The scopes that handling and answering need, as the app's manifest names them. */
  static final List<String> SCOPES =
      List.of("app_mentions:read", "chat:write", "commands", "im:history");

  private static final Pattern ANY_ACTION = Pattern.compile(".*", Pattern.DOTALL);

  private final Inbox inbox;
  private final EnvelopeReader reader;
  private final ReplyPacker packer;
  private final Uninstalling uninstalling;

  private SlackApp(
      Inbox inbox, EnvelopeReader reader, ReplyPacker packer, Uninstalling uninstalling) {
    this.inbox = inbox;
    this.reader = reader;
    this.packer = packer;
    this.uninstalling = uninstalling;
  }

  /**
   * A Bolt app with all handlers. It verifies no signatures and looks up no tokens: the servlet has
   * done the first, and handlers do not call Slack.
   */
  static App build(
      Slack slack,
      Inbox inbox,
      EnvelopeReader reader,
      ReplyPacker packer,
      Uninstalling uninstalling) {
    // All that Bolt would read from the environment by itself is given, or it changes its ways.
    AppConfig config =
        AppConfig.builder()
            .slack(slack)
            .singleTeamBotToken(null)
            .clientId(null)
            .clientSecret(null)
            .allEventsApiAutoAckEnabled(true)
            .build();
    App app = new App(config, slack, List.of());
    new SlackApp(inbox, reader, packer, uninstalling).register(app);
    return app;
  }

  private void register(App app) {
    app.event(
        AppMentionEvent.class,
        (payload, context) -> {
          AppMentionEvent event = payload.getEvent();
          Message message =
              new Message(
                  event.getUser(),
                  event.getBotId(),
                  event.getText(),
                  event.getChannel(),
                  event.getTs(),
                  event.getThreadTs(),
                  null,
                  event.getEdited() != null);
          take(reader.mention(payload, message));
          return context.ack();
        });
    app.event(
        MessageEvent.class,
        (payload, context) -> {
          MessageEvent event = payload.getEvent();
          Message message =
              new Message(
                  event.getUser(),
                  event.getBotId(),
                  event.getText(),
                  event.getChannel(),
                  event.getTs(),
                  event.getThreadTs(),
                  event.getChannelType(),
                  event.getEdited() != null);
          take(reader.message(payload, message));
          return context.ack();
        });
    app.event(
        MessageFileShareEvent.class,
        (payload, context) -> {
          MessageFileShareEvent event = payload.getEvent();
          Message message =
              new Message(
                  event.getUser(),
                  null,
                  event.getText(),
                  event.getChannel(),
                  event.getTs(),
                  event.getThreadTs(),
                  event.getChannelType(),
                  false);
          take(reader.message(payload, message));
          return context.ack();
        });
    app.event(
        MessageThreadBroadcastEvent.class,
        (payload, context) -> {
          MessageThreadBroadcastEvent event = payload.getEvent();
          Message message =
              new Message(
                  event.getUser(),
                  null,
                  event.getText(),
                  event.getChannel(),
                  event.getTs(),
                  event.getThreadTs(),
                  event.getChannelType(),
                  false);
          take(reader.message(payload, message));
          return context.ack();
        });
    app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          take(reader.opened(payload));
          return context.ack();
        });
    app.event(
        AppUninstalledEvent.class,
        (payload, context) -> {
          leave(payload);
          return context.ack();
        });
    app.event(
        TokensRevokedEvent.class,
        (payload, context) -> {
          List<String> bots = payload.getEvent().getTokens().getBot();
          if (bots != null && !bots.isEmpty()) {
            leave(payload);
          }
          return context.ack();
        });
    app.command(
        COMMAND,
        (request, context) -> {
          inbox.take(reader.command(request.getPayload()));
          return context.ack();
        });
    app.blockAction(ANY_ACTION, this::click);
  }

  private void leave(EventsApiPayload<? extends Event> payload) {
    uninstalling.leave(
        payload.getTeamId(),
        Instant.ofEpochSecond(payload.getEventTime()),
        payload.getEvent().getType());
  }

  private void take(Optional<Envelope> envelope) {
    envelope.ifPresent(inbox::take);
  }

  /** A button that this version does not know is answered kindly; a link opens by itself. */
  private Response click(BlockActionRequest request, ActionContext context) {
    BlockActionPayload payload = request.getPayload();
    BlockActionPayload.Action action = payload.getActions().getFirst();
    if (action.getUrl() == null) {
      Optional<Act> act = Optional.ofNullable(action.getValue()).flatMap(ActionId::decode);
      act.ifPresentOrElse(
          known -> inbox.take(reader.click(payload, known)),
          () -> {
            String id = reader.clickId(payload);
            inbox.take(id, packer.outdated(id, reader.clickedBy(payload)));
          });
    }
    return context.ack();
  }
}
