package dev.certadvisor.slack;

import com.slack.api.model.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * A person looks at something else while they have the app before them ("app_context_changed
 * event", docs.slack.dev/reference/events). The SDK does not know it yet. What they look at is left
 * alone.
 */
public final class AppContextChangedEvent implements Event {

  /** Where Bolt looks for the name. */
  @SuppressWarnings("unused")
  public static final String TYPE_NAME = "app_context_changed";

  private static final long serialVersionUID = 1L;

  private final String type = TYPE_NAME;
  private @Nullable String user;
  private @Nullable String channel;
  private @Nullable String eventTs;

  @Override
  public String getType() {
    return type;
  }

  /** Who; the documentation shows the event without. */
  @Nullable String user() {
    return user;
  }

  /** The direct messages with the app; the documentation shows the event without. */
  @Nullable String channel() {
    return channel;
  }

  /** When. */
  @Nullable String eventTs() {
    return eventTs;
  }
}
