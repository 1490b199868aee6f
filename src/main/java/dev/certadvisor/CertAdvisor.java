package dev.certadvisor;

/** The program's entry point. */
public final class CertAdvisor {

  private CertAdvisor() {}

  /**
   * Runs one command.
   *
   * @param args the command and its arguments
   */
  public static void main(String[] args) {
    System.out.println(args.length);
  }
}
