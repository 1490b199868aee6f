package dev.certadvisor.slack;

import com.google.gson.JsonObject;
import dev.certadvisor.conversation.Act;
import dev.certadvisor.delivery.Address;
import java.util.Optional;

/**
 * What a form's window remembers until it is handed in: which form it is, and where the button was
 * that opened it ("Views", private_metadata).
 *
 * @param sheet the form
 * @param about what it is about
 * @param origin where the word about it goes
 * @param ticket of the rating that it is about; empty where it is about none
 */
record WindowMemo(Act.Sheet sheet, String about, Address origin, Optional<String> ticket) {

  /** The memo as text, shorter than {@link SlackLimits#PRIVATE_METADATA}. */
  String write() {
    JsonObject memo = new JsonObject();
    memo.addProperty("sheet", sheet.name());
    memo.addProperty("about", about);
    ticket.ifPresent(id -> memo.addProperty("ticket", id));
    switch (origin) {
      case Address.InChannel place -> {
        memo.addProperty("channel", place.channel());
        place.thread().ifPresent(thread -> memo.addProperty("thread", thread));
      }
      case Address.OnlyFor place -> {
        memo.addProperty("channel", place.channel());
        memo.addProperty("alone", true);
        place.thread().ifPresent(thread -> memo.addProperty("thread", thread));
      }
      case Address.Return back -> {
        memo.addProperty("channel", back.channel());
        memo.addProperty("url", back.url());
      }
      case Address.Window window -> memo.addProperty("window", window.id());
      case Address.DirectTo person -> {}
      case Address.Home home -> {}
      case Address.Suggestions above -> {}
      case Address.Message message -> {}
      case Address.NewWindow window -> {}
    }
    return Json.write(memo);
  }

  /**
   * The memo of a text.
   *
   * @param workspace where the window is open
   * @param user who has it open
   * @return empty where the text is none of this version's memos
   */
  static Optional<WindowMemo> read(String text, String workspace, String user) {
    return Json.object(text)
        .flatMap(memo ->
            sheet(memo)
                .map(sheet ->
                    new WindowMemo(
                        sheet,
                        Json.text(memo, "about").orElse(""),
                        origin(memo, workspace, user),
                        Json.text(memo, "ticket"))));
  }

  private static Optional<Act.Sheet> sheet(JsonObject memo) {
    try {
      return Json.text(memo, "sheet").map(Act.Sheet::valueOf);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a form that is no more
    }
  }

  private static Address origin(JsonObject memo, String workspace, String user) {
    Optional<String> channel = Json.text(memo, "channel");
    Optional<String> url = Json.text(memo, "url");
    Optional<String> window = Json.text(memo, "window");
    if (window.isPresent()) {
      return new Address.Window(workspace, user, window.get(), "");
    }
    if (channel.isEmpty()) {
      return new Address.DirectTo(workspace, user);
    }
    if (url.isPresent()) {
      return new Address.Return(workspace, channel.get(), user, url.get());
    }
    Optional<String> thread = Json.text(memo, "thread");
    return memo.has("alone")
        ? new Address.OnlyFor(workspace, channel.get(), thread, user)
        : new Address.InChannel(workspace, channel.get(), thread);
  }
}
