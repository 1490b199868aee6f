package dev.certadvisor.slack;

import dev.certadvisor.conversation.Reply.Part;
import dev.certadvisor.conversation.Reply.Part.Field;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The inputs of a form ("Input block", docs.slack.dev/reference/block-kit/blocks). */
final class Inputs {

  /** The action id of every input; the block's id is the field's. */
  static final String ACTION = "value";

  private Inputs() {}

  /** The input block of a field. */
  static Map<String, Object> of(Field field) {
    Map<String, Object> element =
        switch (field) {
          case Field.OneOf one -> oneOf(one);
          case Field.Words words -> words(words);
          case Field.Channel channel -> channel(channel);
          case Field.OwnChannel channel -> ownChannel(channel);
        };
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("type", "input");
    block.put("block_id", field.id());
    block.put("optional", mayBeBlank(field));
    block.put("label", Blocks.plainText(field.label()));
    block.put("element", element);
    return block;
  }

  /** What is chosen already cannot be left blank, so nobody is told that it may be. */
  private static boolean mayBeBlank(Field field) {
    return switch (field) {
      case Field.OneOf one -> one.preset().isEmpty();
      case Field.Words words -> true;
      case Field.Channel channel -> false;
      case Field.OwnChannel channel -> true;
    };
  }

  private static Map<String, Object> oneOf(Field.OneOf field) {
    Map<String, Object> element = element("radio_buttons");
    List<Map<String, Object>> options = field.options().stream().map(Inputs::option).toList();
    element.put("options", options);
    field
        .preset()
        .flatMap(id -> field.options().stream().filter(o -> o.id().equals(id)).findFirst())
        .ifPresent(preset -> element.put("initial_option", option(preset)));
    return element;
  }

  private static Map<String, Object> option(Part.Option option) {
    Map<String, Object> drawn = new LinkedHashMap<>();
    drawn.put("text", Blocks.plainText(Mrkdwn.cut(option.label(), SlackLimits.OPTION_TEXT)));
    drawn.put("value", option.id());
    return drawn;
  }

  private static Map<String, Object> words(Field.Words field) {
    Map<String, Object> element = element("plain_text_input");
    element.put("multiline", true);
    element.put("max_length", field.most());
    return element;
  }

  /** Slack hands back an address for the channel, which works where the app is no member. */
  private static Map<String, Object> channel(Field.Channel field) {
    Map<String, Object> element = element("conversations_select");
    if (field.here()) {
      element.put("default_to_current_conversation", true);
      element.put("response_url_enabled", true);
    }
    Map<String, Object> filter = new LinkedHashMap<>();
    filter.put("include", List.of("public", "private"));
    filter.put("exclude_bot_users", true);
    element.put("filter", filter);
    return element;
  }

  /** What goes there has somebody's name on it, so it stays in the company. */
  private static Map<String, Object> ownChannel(Field.OwnChannel field) {
    Map<String, Object> element = element("conversations_select");
    field.preset().ifPresent(channel -> element.put("initial_conversation", channel));
    Map<String, Object> filter = new LinkedHashMap<>();
    filter.put("include", List.of("public", "private"));
    filter.put("exclude_external_shared_channels", true);
    filter.put("exclude_bot_users", true);
    element.put("filter", filter);
    return element;
  }

  private static Map<String, Object> element(String type) {
    Map<String, Object> element = new LinkedHashMap<>();
    element.put("type", type);
    element.put("action_id", ACTION);
    return element;
  }
}
