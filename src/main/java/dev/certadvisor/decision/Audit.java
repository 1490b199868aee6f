package dev.certadvisor.decision;

import dev.certadvisor.decision.AuditReport.CloseCall;
import dev.certadvisor.decision.Fault.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Proves a framework sound by going through every combination of answers, the incomplete ones too.
 * What the advice relies on by arithmetic is checked here by trying.
 */
public final class Audit {

  private static final int CLOSEST_CALLS = 3;
  private static final int FIRST = 1;
  private static final int CLOSE = 2;
  private static final int SECOND = 4;

  private final Framework framework;
  private final Function<Framework, BiFunction<Profile, LocalDate, Recommendation>> advising;
  private final IntUnaryOperator verdict;
  private final Sittings sittings;
  private final LocalDate today;
  private final Scoring scoring;
  private final StateSpace space;
  private final Policy policy;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param framework to be proven
   * @param sittings which credentials can be sat
   * @param today the day for which it is proven
   * @throws IllegalArgumentException if there are too many combinations to try
   */
  public Audit(Framework framework, Sittings sittings, LocalDate today) {
    this(
        framework,
        sittings,
        today,
        any -> new Recommender(any, sittings)::advise,
        new Scoring(framework)::verdict);
  }

  /**
   * With machinery of its own, which may be broken: an audit has to notice.
   *
   * @param framework to be proven
   * @param sittings which credentials can be sat
   * @param today the day for which it is proven
   * @param advising what advises by a framework
   * @param verdict which side a sum speaks for: 1, -1, or 0 where it is too close to call
   */
  Audit(
      Framework framework,
      Sittings sittings,
      LocalDate today,
      Function<Framework, BiFunction<Profile, LocalDate, Recommendation>> advising,
      IntUnaryOperator verdict) {
    this.framework = framework;
    this.sittings = sittings;
    this.today = today;
    this.advising = advising;
    this.verdict = verdict;
    scoring = new Scoring(framework);
    space = StateSpace.of(scoring);
    policy = new Policy(scoring);
  }

  /** Goes through everything; seconds of work. */
  public AuditReport run() {
    faults.clear();
    int[] complete = IntStream.range(0, space.size()).filter(space::isComplete).toArray();
    Map<Optional<DirectionId>, Integer> results = results(complete);
    Map<String, Integer> corners = corners(complete);
    faults.addAll(new AuditedParts(framework, space, sittings, today).faults());
    return new AuditReport(
        faults,
        complete.length,
        space.size(),
        results,
        corners,
        exactTies(complete),
        comparisons(complete),
        mirrored(complete),
        stops(),
        framework.fixtures().size(),
        lengths(complete),
        closest(complete));
  }

  private void fault(String message) {
    faults.add(new Fault(new Place.Whole(), message));
  }

  private Optional<DirectionId> direction(int verdict) {
    return verdict == 0
        ? Optional.empty()
        : Optional.of((verdict > 0 ? framework.first() : framework.second()).direction());
  }

  private Map<Optional<DirectionId>, Integer> results(int[] complete) {
    Map<Optional<DirectionId>, Integer> results = new LinkedHashMap<>();
    for (int side : new int[] {1, -1, 0}) {
      int count =
          (int)
              IntStream.of(complete).filter(s -> verdict.applyAsInt(space.sum(s)) == side).count();
      results.put(direction(side), count);
      if (count == 0) {
        fault(
            direction(side)
                .map(id -> "no answers lead to " + id)
                .orElse("no answers are too close to call: the margin has no meaning"));
      }
    }
    return results;
  }

  private Map<String, Integer> corners(int[] complete) {
    Map<String, Integer> corners = new TreeMap<>();
    for (int state : complete) {
      String line = side(space.line(state), framework.first().line(), framework.second().line());
      String platform =
          side(space.platform(state), framework.first().platform(), framework.second().platform());
      corners.merge(line + " on " + platform, 1, Integer::sum);
    }
    for (SitList list : framework.sitLists()) {
      if (!corners.containsKey(list.line() + " on " + list.platform())) {
        faults.add(
            new Fault(
                new Place.OfCorner(list.line(), list.platform()),
                "no answers lead to " + list.line() + " on " + list.platform()));
      }
    }
    return corners;
  }

  private static String side(int sum, Object first, Object second) {
    return sum == 0 ? "(open)" : (sum > 0 ? first : second).toString();
  }

  /** Where both sides weigh the same, the advice has to say so, and to sit no favourite. */
  private int exactTies(int[] complete) {
    BiFunction<Profile, LocalDate, Recommendation> recommender = advising.apply(framework);
    int[] ties = IntStream.of(complete).filter(state -> space.sum(state) == 0).toArray();
    long silent =
        IntStream.of(ties)
            .parallel()
            .filter(state -> !recommender.apply(space.profile(state), today).close())
            .count();
    if (silent > 0) {
      fault(silent + " exact ties are given a direction");
    }
    return ties.length;
  }

  private long comparisons(int[] complete) {
    long compared = 0;
    long wrong = 0;
    for (int state : complete) {
      int now = verdict.applyAsInt(space.sum(state));
      for (int q = 0; q < scoring.questions(); q++) {
        int held = scoring.score(q, space.choice(state, q));
        for (int c = 0; c < scoring.choices(q); c++) {
          if (scoring.score(q, c) > held) {
            compared++;
            wrong += verdict.applyAsInt(space.sum(space.with(state, q, c))) < now ? 1 : 0;
          }
        }
      }
    }
    if (wrong > 0) {
      fault(wrong + " combinations in which more evidence for a side helps the other");
    }
    return compared;
  }

  /**
   * Turns all evidence round, as if the vendors had swapped names, and asks the whole machinery
   * again: every result has to turn round, and so has the number of combinations for each side.
   */
  private int mirrored(int[] complete) {
    BiFunction<Profile, LocalDate, Recommendation> recommender = advising.apply(framework);
    BiFunction<Profile, LocalDate, Recommendation> mirror = advising.apply(Mirror.of(framework));
    Policy mirrorPolicy = new Policy(new Scoring(Mirror.of(framework)));
    long wrong =
        IntStream.of(complete)
            .parallel()
            .filter(state -> {
              Profile profile = space.profile(state);
              return !Mirror.reflects(
                  recommender.apply(profile, today), mirror.apply(profile, today));
            })
            .count();
    if (wrong > 0) {
      fault(wrong + " combinations favour a vendor: they do not mirror");
    }
    if (IntStream.range(0, space.size())
        .anyMatch(state ->
            policy.mostInformative(space.open(state), space.sum(state))
                != mirrorPolicy.mostInformative(space.open(state), -space.sum(state)))) {
      fault("the order of questions favours a vendor");
    }
    for (Question question : framework.questions()) {
      if (!Mirror.isBalanced(question)) {
        faults.add(
            new Fault(
                new Place.OfQuestion(question.id()),
                "the choices of \"" + question.id() + "\" weigh more on one side"));
      }
    }
    return complete.length;
  }

  /**
   * Tries, for every combination with open questions, every way to answer the rest, and compares
   * with the arithmetic by which interviews stop.
   */
  private int stops() {
    byte[] reachable = new byte[space.size()];
    int stops = 0;
    long wrong = 0;
    for (int state = space.size() - 1; state >= 0; state--) {
      int open = space.open(state);
      int sum = space.sum(state);
      if (open == 0) {
        reachable[state] = bit(verdict.applyAsInt(sum));
        continue;
      }
      int question = Integer.numberOfTrailingZeros(open);
      for (int c = 0; c < scoring.choices(question); c++) {
        reachable[state] |= reachable[space.with(state, question, c)];
      }
      boolean settled = policy.isSettled(open, sum);
      boolean onlyOne = Integer.bitCount(reachable[state]) == 1;
      boolean sameAsNow = reachable[state] == bit(verdict.applyAsInt(sum));
      wrong += settled != onlyOne || (settled && !sameAsNow) ? 1 : 0;
      stops += settled ? 1 : 0;
    }
    if (wrong > 0) {
      fault(wrong + " combinations in which an interview stops too early or too late");
    }
    return stops;
  }

  private static byte bit(int verdict) {
    return (byte) (verdict > 0 ? FIRST : verdict < 0 ? SECOND : CLOSE);
  }

  private SortedMap<Integer, Integer> lengths(int[] complete) {
    SortedMap<Integer, Integer> lengths = new TreeMap<>();
    for (int state : complete) {
      lengths.merge(length(state), 1, Integer::sum);
    }
    return lengths;
  }

  /** How many questions are put to somebody who would answer so. */
  private int length(int state) {
    int open = scoring.all();
    int sum = 0;
    int asked = 0;
    while (!policy.isSettled(open, sum)) {
      int question = policy.mostInformative(open, sum);
      sum += scoring.score(question, space.choice(state, question));
      open = Scoring.without(open, question);
      asked++;
    }
    return asked;
  }

  private List<CloseCall> closest(int[] complete) {
    SortedMap<Integer, List<Integer>> bySum = new TreeMap<>();
    for (int state : complete) {
      bySum.computeIfAbsent(space.sum(state), sum -> new ArrayList<>()).add(state);
    }
    return bySum.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> distance(entry.getKey())))
        .limit(CLOSEST_CALLS)
        .map(entry ->
            new CloseCall(
                Odds.logOdds(entry.getKey()),
                Odds.logOdds(distance(entry.getKey())),
                entry.getValue().size(),
                space.profile(entry.getValue().getFirst())))
        .toList();
  }

  /** The least change of a sum that gives another result. */
  private int distance(int sum) {
    int beyond = Math.abs(sum) - framework.margin();
    return beyond < 0 ? -beyond : beyond + 1;
  }
}
