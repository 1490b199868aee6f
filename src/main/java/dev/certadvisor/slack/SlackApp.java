package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import com.slack.api.Slack;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.context.builtin.ActionContext;
import com.slack.api.bolt.context.builtin.ViewSubmissionContext;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AgentSessionStoppedEvent;
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
import java.util.Map;
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

  /** The shortcut that opens the interview, from anywhere. */
  static final String INTERVIEW = "interview";

  /** The shortcut on a message that asks about it. */
  static final String ASK_ABOUT = "ask_about";

  private static final Pattern ANY_ACTION = Pattern.compile(".*", Pattern.DOTALL);

  private final Inbox inbox;
  private final EnvelopeReader reader;
  private final InteractionReader interactions;
  private final ReplyPacker packer;
  private final Uninstalling uninstalling;
  private final Manners manners;
  private final AdminForms adminForms;
  private final WaitingSign sign;

  private SlackApp(
      Inbox inbox,
      EnvelopeReader reader,
      InteractionReader interactions,
      ReplyPacker packer,
      Manners manners,
      AdminForms adminForms,
      WaitingSign sign,
      Uninstalling uninstalling) {
    this.manners = manners;
    this.adminForms = adminForms;
    this.sign = sign;
    this.inbox = inbox;
    this.reader = reader;
    this.interactions = interactions;
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
      InteractionReader interactions,
      ReplyPacker packer,
      Manners manners,
      AdminForms adminForms,
      WaitingSign sign,
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
    new SlackApp(inbox, reader, interactions, packer, manners, adminForms, sign, uninstalling)
        .register(app);
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
          take(reader.mention(payload, message), payload, event.getTs());
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
          take(reader.message(payload, message), payload, event.getTs());
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
          take(reader.message(payload, message), payload, event.getTs());
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
          take(reader.message(payload, message), payload, event.getTs());
          return context.ack();
        });
    app.event(
        AppHomeOpenedEvent.class,
        (payload, context) -> {
          take(reader.opened(payload));
          return context.ack();
        });
    app.event(
        AppContextChangedEvent.class,
        (payload, context) -> {
          take(reader.lookedElsewhere(payload));
          return context.ack();
        });
    app.event(
        AgentSessionStoppedEvent.class,
        (payload, context) -> {
          reader.stopped(payload).filter(inbox::take).ifPresent(sign::rest);
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
    app.viewSubmission(Windows.FORM, this::submitted);
    app.globalShortcut(
        INTERVIEW,
        (request, context) -> {
          inbox.take(interactions.interview(payload(request)));
          return context.ack();
        });
    app.messageShortcut(
        ASK_ABOUT,
        (request, context) -> {
          take(interactions.askAbout(payload(request)));
          return context.ack();
        });
  }

  private static JsonObject payload(Request<?> request) {
    return Json.object(request.getRequestBodyAsString()).orElseThrow();
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

  /** What is said is answered where that is wanted, and whoever waits longer is shown a sign. */
  private void take(Optional<Envelope> said, EventsApiPayload<?> payload, String ts) {
    said.filter(envelope -> manners.answers(envelope, payload.isExtSharedChannel()))
        .filter(inbox::take)
        .ifPresent(envelope -> sign.watch(envelope, ts));
  }

  /**
   * A form closes when it is acknowledged, and what came of it is said where it was opened; one
   * that something stands against stays open and says what.
   */
  private Response submitted(ViewSubmissionRequest request, ViewSubmissionContext context) {
    Optional<Envelope> form = interactions.submission(payload(request)).filter(adminForms::allows);
    Map<String, String> objections = form.map(adminForms::objections).orElse(Map.of());
    if (!objections.isEmpty()) {
      return context.ackWithErrors(objections);
    }
    take(form);
    return context.ack();
  }

  private void clicked(JsonObject payload, Envelope envelope) {
    if (adminForms.allows(envelope)) {
      inbox.take(envelope);
    } else {
      inbox.take(envelope.id(), packer.onlyAdmins(envelope.id(), interactions.clickedBy(payload)));
    }
  }

  /** A button that this version does not know is answered kindly; a link opens by itself. */
  private Response click(BlockActionRequest request, ActionContext context) {
    BlockActionPayload.Action action = request.getPayload().getActions().getFirst();
    if (action.getUrl() == null) {
      JsonObject payload = payload(request);
      Optional<Act> act = Optional.ofNullable(action.getValue()).flatMap(ActionId::decode);
      act.ifPresentOrElse(
          known -> clicked(payload, interactions.click(payload, known)),
          () -> {
            String id = interactions.clickId(payload);
            inbox.take(id, packer.outdated(id, interactions.clickedBy(payload)));
          });
    }
    return context.ack();
  }
}
