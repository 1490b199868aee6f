package dev.certadvisor.playground;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Something that happened in the workspace and that whoever looks at it should see. */
sealed interface Change {

  /** A message is new, or is no longer as it was. */
  record Put(Message message) implements Change {}

  /** A message is gone. */
  record Gone(Message message) implements Change {}

  /** What the app says it is doing in a thread; empty when done. */
  record Busy(String channel, String thread, String status) implements Change {}

  /** What the app suggests to say in a conversation. */
  record Suggested(String channel, JsonNode prompts) implements Change {}

  /** A person's App Home is drawn anew. */
  record Home(String person, View view) implements Change {}

  /** A person's open modals, the topmost last. */
  record Modals(String person, List<View> open) implements Change {}

  /** Something did not work, in the words that Slack uses. */
  record Failed(String person, String words) implements Change {}

  /** The app was invited to a channel. */
  record Joined(String channel) implements Change {}

  /** A channel is new. */
  record Opened(Channel channel) implements Change {}

  /** A request or a call is new in the journal, or has got its answer. */
  record Recorded(Exchange exchange) implements Change {}

  /** The temper was set. */
  record Tempered(Temper temper) implements Change {}

  /** Everything was thrown away: whoever looks has to look anew. */
  record Cleared() implements Change {}

  /** The one person it concerns; empty where everyone may see it. */
  default Optional<String> onlyFor() {
    return switch (this) {
      case Put(Message message) -> message.onlyFor();
      case Gone(Message message) -> message.onlyFor();
      case Home home -> Optional.of(home.person());
      case Modals modals -> Optional.of(modals.person());
      case Failed failed -> Optional.of(failed.person());
      case Busy busy -> Optional.empty();
      case Suggested suggested -> Optional.empty();
      case Joined joined -> Optional.empty();
      case Opened opened -> Optional.empty();
      case Recorded recorded -> Optional.empty();
      case Tempered tempered -> Optional.empty();
      case Cleared cleared -> Optional.empty();
    };
  }
}
