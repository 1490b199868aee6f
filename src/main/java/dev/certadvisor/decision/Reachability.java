package dev.certadvisor.decision;

import static dev.certadvisor.decision.Scoring.without;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds questions that no interview ever comes to. */
public final class Reachability {

  private final Scoring scoring;
  private final Policy policy;
  private final Set<Long> seen = new HashSet<>();
  private int put;

  private Reachability(Framework framework) {
    scoring = new Scoring(framework);
    policy = new Policy(scoring);
  }

  /** The questions that are never put, whatever is answered, in the framework's order. */
  public static List<Question> neverPut(Framework framework) {
    Reachability walk = new Reachability(framework);
    walk.from(walk.scoring.all(), 0);
    List<Question> never = new ArrayList<>();
    for (int q = 0; q < walk.scoring.questions(); q++) {
      if (!Scoring.has(walk.put, q)) {
        never.add(framework.questions().get(q));
      }
    }
    return never;
  }

  private void from(int open, int sum) {
    if (!seen.add(((long) open << Integer.SIZE) | (sum & 0xffff_ffffL))
        || policy.isSettled(open, sum)) {
      return;
    }
    int question = policy.mostInformative(open, sum);
    put |= 1 << question;
    for (int c = 0; c < scoring.choices(question); c++) {
      from(without(open, question), sum + scoring.score(question, c));
    }
  }
}
