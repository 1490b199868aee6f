package dev.certadvisor.playground;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps foreign web pages out. A page of another origin can make a browser send requests here
 * (CSRF) or have its own name point here (DNS rebinding); such requests carry a foreign Origin or
 * Host.
 */
final class LoopbackOnly {

  private static final Pattern HOST =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?");

  private LoopbackOnly() {}

  /** Why a request of a program is refused; empty where it may pass. */
  static Optional<String> refusedProgram(HttpServletRequest request) {
    if (!isLoopbackHost(request)) {
      return Optional.of("this address answers to localhost only");
    }
    return request.getHeader("Origin") == null
        ? Optional.empty()
        : Optional.of("this address is for programs, not for web pages");
  }

  /** Why a request of the page that only looks is refused; empty where it may pass. */
  static Optional<String> refusedLook(HttpServletRequest request) {
    if (!isLoopbackHost(request)) {
      return Optional.of("this address answers to localhost only");
    }
    String site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site")).orElse("none");
    return site.equals("none") || site.equals("same-origin")
        ? Optional.empty()
        : Optional.of("another web site may not look in here");
  }

  /**
   * Why the page's request for the document itself is refused. Following a link from elsewhere is
   * fine: the page does nothing by being opened.
   */
  static Optional<String> refusedVisit(HttpServletRequest request) {
    return isLoopbackHost(request)
        ? Optional.empty()
        : Optional.of("this address answers to localhost only");
  }

  /** Why a request of the page that does something is refused; empty where it may pass. */
  static Optional<String> refusedAct(HttpServletRequest request) {
    Optional<String> refused = refusedLook(request);
    if (refused.isPresent()) {
      return refused;
    }
    String own = "http://" + request.getHeader("Host");
    if (!own.equalsIgnoreCase(request.getHeader("Origin"))) {
      return Optional.of("only the workspace's own page may do that");
    }
    String type = Optional.ofNullable(request.getContentType()).orElse("");
    return type.toLowerCase(Locale.ROOT).startsWith(Courier.JSON)
        ? Optional.empty()
        : Optional.of("send JSON");
  }

  private static boolean isLoopbackHost(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host != null && HOST.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
