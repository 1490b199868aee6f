package dev.certadvisor.slack;

import dev.certadvisor.conversation.Reply;
import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Wording;
import dev.certadvisor.delivery.Envelope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Draws replies as home pages and as modals ("Views", docs.slack.dev/reference/views). */
final class Windows {

  /** The callback id of every form's window. */
  static final String FORM = "advisor_form";

  private static final String TALK = "advisor_talk";

  private final BlockKitRenderer renderer;
  private final Wording wording;

  Windows(BlockKitRenderer renderer, Wording wording) {
    this.renderer = renderer;
    this.wording = wording;
  }

  /** A home page of these blocks, with a line between its sections. */
  static Map<String, Object> home(List<Map<String, Object>> blocks) {
    List<Map<String, Object>> parted = new ArrayList<>();
    for (Map<String, Object> block : blocks) {
      if ("header".equals(block.get("type")) && !parted.isEmpty()) {
        parted.add(Blocks.divider());
      }
      parted.add(block);
    }
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("type", "home");
    view.put("blocks", parted.subList(0, Math.min(parted.size(), SlackLimits.HOME_BLOCKS)));
    return view;
  }

  /**
   * A modal that shows the reply.
   *
   * @param envelope what the reply answers; a form remembers where its word goes
   */
  Map<String, Object> modal(Envelope envelope, Reply reply) {
    Optional<Part.Form> form = form(reply);
    Map<String, Object> view = new LinkedHashMap<>();
    view.put("type", "modal");
    view.put("callback_id", form.isPresent() ? FORM : TALK);
    view.put(
        "title", title(form.map(Part.Form::title).orElseGet(() -> wording.say("slack.window"))));
    view.put("close", title(wording.say("slack.window-close")));
    form.ifPresent(filled -> {
      view.put("submit", title(filled.submit()));
      view.put(
          "private_metadata",
          new WindowMemo(
                  filled.sheet(),
                  filled.about(),
                  envelope.replyTo(),
                  envelope.circumstances().ticket())
              .write());
    });
    List<Map<String, Object>> blocks = renderer.windowBlocks(reply);
    view.put("blocks", blocks.subList(0, Math.min(blocks.size(), SlackLimits.MODAL_BLOCKS)));
    return view;
  }

  /** The form in a reply, if it has one. */
  static Optional<Part.Form> form(Reply reply) {
    return reply.parts().stream()
        .filter(Part.Form.class::isInstance)
        .map(Part.Form.class::cast)
        .findFirst();
  }

  private static Map<String, Object> title(String text) {
    return Blocks.plainText(Mrkdwn.cut(text, SlackLimits.MODAL_TITLE));
  }
}
