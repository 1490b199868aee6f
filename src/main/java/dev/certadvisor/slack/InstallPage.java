package dev.certadvisor.slack;

import dev.certadvisor.conversation.Wording;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The page at the end of an installation, on its own: no script, nothing from elsewhere. */
final class InstallPage {

  private static final String IN_SLACK = "slack://open";

  private final Wording wording;

  /** Pages in these sentences. */
  InstallPage(Wording wording) {
    this.wording = wording;
  }

  /** How an installation ended. */
  enum Kind {
    INSTALLED,
    CANCELLED,
    /** The link was used before, is too old or was begun in another browser. */
    STALE,
    REFUSED,
    UNAVAILABLE
  }

  /**
   * Writes a page.
   *
   * @param workspace what the installed workspace is called; blank for the other kinds
   */
  void write(HttpServletResponse response, int status, Kind kind, String workspace)
      throws IOException {
    String key = "install." + kind.name().toLowerCase(Locale.ROOT);
    boolean installed = kind == Kind.INSTALLED;
    response.setStatus(status);
    response.setContentType("text/html");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setHeader(
        "Content-Security-Policy",
        "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response
        .getWriter()
        .write(
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
            :root { color-scheme: light dark; }
            body { font: 1.0625rem/1.55 system-ui, sans-serif; margin: 0; min-height: 100vh; display: grid; place-items: center;
              background: light-dark(#f4f5f8, #16181d); color: light-dark(#1d1f24, #e8e9ed); }
            main { max-width: 30rem; margin: 1.5rem; padding: 2.25rem 2.5rem; border-radius: 14px;
              background: light-dark(#fff, #21242b); box-shadow: 0 1px 3px rgb(0 0 0 / .12), 0 12px 32px rgb(0 0 0 / .08); }
            h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; }
            p { margin: 0 0 1.5rem; }
            a { display: inline-block; padding: .6rem 1.1rem; border-radius: 8px; font-weight: 600; text-decoration: none;
              background: light-dark(#1f3a5f, #a9c7f0); color: light-dark(#fff, #10141a); }
            a:focus-visible { outline: 3px solid light-dark(#6f9bd8, #e8e9ed); outline-offset: 2px; }
            </style>
            </head>
            <body><main><h1>%1$s</h1><p>%2$s</p><a href="%3$s">%4$s</a></main></body>
            </html>
            """
                .formatted(
                    escape(wording.say(key + ".title")),
                    escape(wording.say(key + ".text", workspace)),
                    installed ? IN_SLACK : SlackEdge.INSTALL_PATH,
                    escape(wording.say(installed ? "install.open" : "install.again"))));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
