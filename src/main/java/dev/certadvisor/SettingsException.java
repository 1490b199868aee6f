package dev.certadvisor;

import java.util.List;

/** Thrown where the environment's variables do not make sense. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** For the mistakes, at least one, each one line that names its variable. */
  SettingsException(List<String> mistakes) {
    super(String.join(System.lineSeparator(), mistakes));
  }
}
