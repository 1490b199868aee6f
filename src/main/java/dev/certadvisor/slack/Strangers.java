package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.delivery.Address;
import dev.certadvisor.delivery.Inbox;
import dev.certadvisor.slack.Intake.Taken;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests of workspaces in which the app is not installed, or not any more. Whoever typed
 * a command or pressed a button is told so, and alone; events are acknowledged in silence, since
 * without a token there is nowhere to say anything.
 */
final class Strangers {

  private static final Logger LOG = LoggerFactory.getLogger(Strangers.class);
  private static final String JSON = "application/json; charset=utf-8";

  private final Inbox inbox;
  private final ReplyPacker packer;
  private final String sorry;

  /**
   * Answers of this wording.
   *
   * @param inbox takes what goes to a return address
   */
  Strangers(Inbox inbox, ReplyPacker packer, Wording wording) {
    this.inbox = inbox;
    this.packer = packer;
    this.sorry = wording.say("slack.not-installed");
  }

  /**
   * Answers one.
   *
   * @throws Inbox.Unavailable if the answer cannot be kept safe now
   */
  Taken answer(JsonObject payload) {
    LOG.info("A request of a workspace without the app was acknowledged");
    if (payload.has("command")) {
      return new Taken.Kept(
          JSON, Json.write(Map.of("response_type", "ephemeral", "text", Mrkdwn.escape(sorry))));
    }
    returnAddress(payload).ifPresent(address -> tell(payload, address));
    return Taken.QUIETLY;
  }

  private void tell(JsonObject payload, Address.Return address) {
    String id =
        String.join(
            "/",
            "stranger:" + address.workspace(),
            address.user(),
            Json.text(payload, "trigger_id").orElse(""));
    inbox.take(id, List.copyOf(packer.note(id, address, sorry)));
  }

  private static Optional<Address.Return> returnAddress(JsonObject payload) {
    return Json.text(payload, "response_url")
        .map(url ->
            new Address.Return(
                id(payload, "team"), id(payload, "channel"), id(payload, "user"), url));
  }

  private static String id(JsonObject payload, String what) {
    return Json.object(payload, what).flatMap(object -> Json.text(object, "id")).orElse("");
  }
}
