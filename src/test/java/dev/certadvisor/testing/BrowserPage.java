package dev.certadvisor.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page in a real browser, used as a person uses it: by what can be seen, with mouse and keys. */
public final class BrowserPage implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long PATIENCE_SECONDS = 20;

  /** Waits in the page itself, looking again after every change of it. */
  private static final String AWAIT =
      """
      new Promise((resolve, reject) => {
        const look = () => { try { return LOOK; } catch (e) { return undefined; } };
        const done = (value) => { observer.disconnect(); clearTimeout(timer); resolve(value); };
        const again = () => { const value = look(); if (value) done(value); };
        const observer = new MutationObserver(again);
        observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        const timer = setTimeout(() => { observer.disconnect(); reject(new Error('in vain: ' + document.body.innerText.slice(-1500))); }, 10000);
        again();
      })
      """;

  /** The last thing in sight that can be pressed and bears these words. */
  private static final String PRESSABLE =
      """
      [...document.querySelectorAll('button, a, [role=tab], label, [role=option]')].filter(
        (each) => each.getClientRects().length > 0 && !each.disabled
          && [each.innerText, each.getAttribute('aria-label'), each.title].some(
            (words) => words && words.replace(/\\s+/g, ' ').includes(WORDS))).at(-1)
      """;

  /** Where the middle of something is, once it stands still and nothing lies over it. */
  private static final String MIDDLE =
      """
      new Promise((resolve, reject) => {
        const until = performance.now() + 10000;
        let before;
        const look = () => {
          const it = TARGET;
          it?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
          const box = it?.getBoundingClientRect();
          const at = box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          const still = at && before && at.x === before.x && at.y === before.y;
          const top = at && document.elementFromPoint(at.x, at.y);
          if (still && it.contains(top)) resolve(at);
          else if (performance.now() > until) reject(new Error('out of reach, under ' + top?.outerHTML.slice(0, 200)));
          else { before = at; requestAnimationFrame(look); }
        };
        look();
      })
      """;

  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<String> problems = new CopyOnWriteArrayList<>();
  private final AtomicInteger count = new AtomicInteger();
  private final CompletableFuture<WebSocket> socket;

  private BrowserPage(URI address) {
    socket = HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(address, new Listener());
  }

  static BrowserPage attach(URI address) {
    BrowserPage page = new BrowserPage(address);
    page.send("Runtime.enable", Map.of());
    page.send("Page.enable", Map.of());
    return page;
  }

  void show(URI address, int width, int height, boolean dark) {
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 700));
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    send("Page.navigate", Map.of("url", address.toString()));
  }

  /** What the page's scripts complained of. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /**
   * Works an expression out in the page, awaiting it where it is a promise.
   *
   * @throws AssertionError if it fails
   */
  public JsonNode evaluate(String expression) {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "awaitPromise", true, "returnByValue", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(
          answer.at("/exceptionDetails/exception/description").asString("failed: " + expression));
    }
    return answer.at("/result/value");
  }

  /** Waits until an expression is true of the page; 10 seconds at most. */
  public void await(String expression) {
    evaluate(AWAIT.replace("LOOK", "Boolean(" + expression + ")"));
  }

  /** Waits until words are in sight within what a CSS selector finds. */
  public void awaitText(String selector, String words) {
    await(
        "[...document.querySelectorAll(%s)].some((each) => each.getClientRects().length > 0 && each.innerText.includes(%s))"
            .formatted(quoted(selector), quoted(words)));
  }

  /** Presses what bears these words, with the mouse, once it is there. */
  public void press(String words) {
    pressAt(PRESSABLE.replace("WORDS", quoted(words)));
  }

  /** Presses the last thing in sight that a CSS selector finds. */
  public void pressOn(String selector) {
    pressAt(
        "[...document.querySelectorAll(%s)].filter((each) => each.getClientRects().length > 0).at(-1)"
            .formatted(quoted(selector)));
  }

  private void pressAt(String target) {
    await(target);
    JsonNode middle = evaluate(MIDDLE.replace("TARGET", target));
    for (String type : List.of("mouseMoved", "mousePressed", "mouseReleased")) {
      send(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              middle.path("x").asDouble(),
              "y",
              middle.path("y").asDouble(),
              "button",
              type.equals("mouseMoved") ? "none" : "left",
              "clickCount",
              1));
    }
  }

  /** Types into what a CSS selector finds and presses Enter. */
  public void say(String selector, String text) {
    pressOn(selector);
    type(text);
    key("Enter", 13);
  }

  /** Types into whatever has the focus. */
  public void type(String text) {
    send("Input.insertText", Map.of("text", text));
  }

  /** Presses Escape. */
  public void escape() {
    key("Escape", 27);
  }

  private void key(String name, int code) {
    for (String type : List.of("keyDown", "keyUp")) {
      send(
          "Input.dispatchKeyEvent",
          Map.of("type", type, "key", name, "code", name, "windowsVirtualKeyCode", code));
    }
  }

  private static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  private JsonNode send(String method, Map<String, ?> parameters) {
    int id = count.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    String text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
    socket.join().sendText(text, true).join();
    return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    send("Page.close", Map.of());
    socket.join().abort();
  }

  /** Puts messages together from their parts and hands them to whoever waits. */
  private final class Listener implements WebSocket.Listener {

    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        JsonNode message = JSON.readTree(parts.toString());
        parts.setLength(0);
        take(message);
      }
      from.request(1);
      return CompletableFuture.completedStage(null);
    }

    private void take(JsonNode message) {
      String method = message.path("method").asString("");
      if (method.equals("Runtime.exceptionThrown")) {
        problems.add(message.at("/params/exceptionDetails/exception/description").asString(""));
      } else if (method.equals("Runtime.consoleAPICalled")
          && message.at("/params/type").asString().equals("error")) {
        problems.add(message.at("/params/args").toString());
      }
      CompletableFuture<JsonNode> answer = waiting.remove(message.path("id").asInt(0));
      if (answer != null) {
        answer.complete(message.has("error") ? message : message.path("result"));
      }
    }
  }
}
