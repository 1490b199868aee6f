package dev.certadvisor;

/** A database server that a trial can stop and start again in the middle. */
interface TrialDatabase {

  /** The address for JDBC; its user is {@code postgres}. */
  String url();

  /** Stops it, ending all connections. */
  void stop();

  /** Starts it again with what it holds, at the same address. */
  void start();
}
