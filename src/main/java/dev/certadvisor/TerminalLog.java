package dev.certadvisor;

/** What the libraries log where a person reads the output: only what went wrong. */
final class TerminalLog {

  private TerminalLog() {}

  /** To be called before anything is logged; what is set already stays. */
  static void onlyTroubles() {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "logback-terminal.xml");
    }
  }
}
