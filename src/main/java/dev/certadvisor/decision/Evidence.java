package dev.certadvisor.decision;

/**
 * What a choice says, in hundredths of log-odds, so that sums are exact. Above 0 speaks for the
 * framework's {@linkplain Framework#first() first pole}, below 0 for the second.
 *
 * @param line on the axis between the lines of work
 * @param platform on the axis between the platforms
 */
public record Evidence(int line, int platform) {

  /** Says nothing. */
  public static final Evidence NONE = new Evidence(0, 0);

  /** Both axes together: evidence on the direction. */
  public int score() {
    return line + platform;
  }

  /** Whether it says nothing on either axis. */
  public boolean isNone() {
    return line == 0 && platform == 0;
  }

  /** This and that. */
  public Evidence plus(Evidence other) {
    return new Evidence(line + other.line, platform + other.platform);
  }

  /** The same for the other side. */
  public Evidence mirrored() {
    return new Evidence(-line, -platform);
  }
}
