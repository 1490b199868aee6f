package dev.certadvisor.slack;

/** What Slack allows, one constant for each limit, with the page of docs.slack.dev that sets it. */
final class SlackLimits {

  /** Blocks in a message ("Blocks", reference/block-kit/blocks). */
  static final int MESSAGE_BLOCKS = 50;

  /** Blocks in a home view ("Blocks", reference/block-kit/blocks). */
  static final int HOME_BLOCKS = 100;

  /** Characters of a message's text that are recommended ("chat.postMessage"). */
  static final int MESSAGE_TEXT = 4_000;

  /** Characters of a message that arrives; more are cut off ("chat.postMessage"). */
  static final int INCOMING_TEXT = 40_000;

  /** Characters of a section's text ("Section block"). */
  static final int SECTION_TEXT = 3_000;

  /** Fields of a section ("Section block"). */
  static final int SECTION_FIELDS = 10;

  /** Characters of a section's field ("Section block"). */
  static final int FIELD_TEXT = 2_000;

  /** Characters of a header ("Header block"). */
  static final int HEADER_TEXT = 150;

  /** Characters of a text object, which is what a context holds ("Text object"). */
  static final int CONTEXT_TEXT = 3_000;

  /** Elements of an actions block ("Actions block"). */
  static final int ACTIONS_ELEMENTS = 25;

  /** Characters on a button ("Button element"). */
  static final int BUTTON_TEXT = 75;

  /** Characters of what a button carries ("Button element"). */
  static final int BUTTON_VALUE = 2_000;

  /** Characters of an accessibility label ("Button element"). */
  static final int ACCESSIBILITY_LABEL = 75;

  /** Characters of an action's id ("Button element"). */
  static final int ACTION_ID = 255;

  /** Characters of an address that a text links to ("Button element", url). */
  static final int URL = 3_000;

  /** Blocks in a modal ("Blocks", reference/block-kit/blocks). */
  static final int MODAL_BLOCKS = 100;

  /** Characters of a modal's title and of the words on its buttons ("Views"). */
  static final int MODAL_TITLE = 24;

  /** Characters that a view can carry for its app ("Views", private_metadata). */
  static final int PRIVATE_METADATA = 3_000;

  /** Characters of an option's words ("Option object"). */
  static final int OPTION_TEXT = 75;

  private SlackLimits() {}
}
