package dev.certadvisor.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;

/** The features that training has seen, and how much each of them tells. */
final class FeatureTable {

  /**
   * How much features that training has not seen make the seen ones of an utterance count less:
   * what is out of scope has many of them, so its scores come out low.
   */
  private static final double UNSEEN = 0.5;

  /** Counters to find features by that are too rare; a power of 2. */
  private static final int SIEVE = 1 << 22;

  /** Rising; a feature's number is its place, from 1. */
  private final long[] hashes;

  /** How many of a hash's bits say which bucket it is in. */
  private final int bits;

  /** How many hashes lie before each bucket, and in all. */
  private final int[] before;

  private final float[] weights;
  private final double unseenWeight;

  /**
   * @param features their hashes, rising
   * @param weights what each tells, by number
   * @param unseenWeight what a feature tells that is not among them
   */
  private FeatureTable(long[] features, float[] weights, double unseenWeight) {
    this.hashes = features;
    // about one hash a bucket
    this.bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(features.length));
    this.before = new int[(1 << bits) + 1];
    for (long hash : features) {
      before[bucket(hash) + 1]++;
    }
    for (int i = 1; i < before.length; i++) {
      before[i] += before[i - 1];
    }
    this.weights = weights;
    this.unseenWeight = unseenWeight;
  }

  /**
   * Counts the features of utterances.
   *
   * @param utterances their words
   * @param fewest in how many utterances a feature has to be found
   */
  static FeatureTable of(List<List<String>> utterances, int fewest) {
    // most features are found once; they would take most of the memory if they were counted
    byte[] atLeast = new byte[SIEVE];
    forEach(
        utterances,
        feature -> atLeast[hole(feature)] += (byte) (atLeast[hole(feature)] < fewest ? 1 : 0));
    Map<Long, Integer> counts = new HashMap<>();
    forEach(
        utterances,
        feature -> {
          if (atLeast[hole(feature)] >= fewest) {
            counts.merge(feature, 1, Integer::sum);
          }
        });
    counts.values().removeIf(count -> count < fewest);
    long[] features = counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
    float[] weights = new float[features.length + 1];
    for (int i = 0; i < features.length; i++) {
      weights[i + 1] = (float) weight(counts.getOrDefault(features[i], 0), utterances.size());
    }
    return new FeatureTable(features, weights, weight(0, utterances.size()));
  }

  /** The different features of each utterance. */
  private static void forEach(List<List<String>> utterances, LongConsumer each) {
    for (List<String> words : utterances) {
      LongStream.Builder found = LongStream.builder();
      for (int kind = 0; kind < UtteranceFeatures.KINDS; kind++) {
        UtteranceFeatures.forEach(kind, words, found);
      }
      found.build().sorted().distinct().forEach(each);
    }
  }

  private static int hole(long feature) {
    return (int) (feature ^ (feature >>> 32)) & (SIEVE - 1);
  }

  /** Writes the table for {@link #read}. */
  void write(DataOutputStream out) throws IOException {
    out.writeDouble(unseenWeight);
    Numerals.write(out, hashes);
    Numerals.write(out, weights);
  }

  /** Reads what {@link #write} has written. */
  static FeatureTable read(DataInputStream in) throws IOException {
    double unseenWeight = in.readDouble();
    return new FeatureTable(Numerals.longs(in), Numerals.floats(in), unseenWeight);
  }

  private static double weight(int found, int utterances) {
    return 1 + Math.log((1.0 + utterances) / (1.0 + found));
  }

  /** How many features there are; they are numbered from 1. */
  int size() {
    return hashes.length;
  }

  /**
   * An utterance as a sparse vector: TF-IDF, every kind of features of length 1.
   *
   * @param words see {@link UtteranceFeatures#words}
   */
  Vector vector(List<String> words) {
    List<Vector> kinds = new ArrayList<>(UtteranceFeatures.KINDS);
    for (int kind = 0; kind < UtteranceFeatures.KINDS; kind++) {
      kinds.add(vector(kind, words));
    }
    return Vector.join(kinds);
  }

  private Vector vector(int kind, List<String> words) {
    Numbers found = new Numbers();
    UtteranceFeatures.forEach(kind, words, hash -> found.add(number(hash)));
    int[] sorted = found.sorted();
    int[] features = new int[sorted.length];
    float[] values = new float[sorted.length];
    int count = 0;
    double square = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      int feature = sorted[from];
      int times = to - from;
      if (feature == 0) {
        square += times * unseenWeight * unseenWeight * UNSEEN;
      } else {
        features[count] = feature;
        values[count] = (float) ((1 + Math.log(times)) * weights[feature]);
        square += values[count] * values[count];
        count++;
      }
      from = to;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; i < count; i++) {
      values[i] /= length;
    }
    return new Vector(Arrays.copyOf(features, count), Arrays.copyOf(values, count));
  }

  /** A feature's number; 0 where training has not seen it. */
  private int number(long hash) {
    int bucket = bucket(hash);
    for (int i = before[bucket]; i < before[bucket + 1]; i++) {
      if (hashes[i] == hash) {
        return i + 1;
      }
    }
    return 0;
  }

  /** By the leading bits, so that buckets rise as hashes do; the sign's bit is turned for that. */
  private int bucket(long hash) {
    return (int) ((hash ^ Long.MIN_VALUE) >>> (Long.SIZE - bits));
  }

  /**
   * A sparse vector.
   *
   * @param features the numbers of its features, rising
   * @param values their values
   */
  record Vector(int[] features, float[] values) {

    static Vector join(List<Vector> parts) {
      int length = parts.stream().mapToInt(part -> part.features.length).sum();
      long[] packed = new long[length];
      int at = 0;
      for (Vector part : parts) {
        for (int i = 0; i < part.features.length; i++) {
          packed[at++] =
              ((long) part.features[i] << Integer.SIZE)
                  | (Float.floatToRawIntBits(part.values[i]) & 0xffffffffL);
        }
      }
      Arrays.sort(packed); // no feature is of two kinds, so none is there twice
      int[] features = new int[length];
      float[] values = new float[length];
      for (int i = 0; i < length; i++) {
        features[i] = (int) (packed[i] >>> Integer.SIZE);
        values[i] = Float.intBitsToFloat((int) packed[i]);
      }
      return new Vector(features, values);
    }
  }

  /** Numbers as they come. */
  private static final class Numbers {

    private int[] all = new int[256];
    private int count;

    void add(int number) {
      if (count == all.length) {
        all = Arrays.copyOf(all, 2 * count);
      }
      all[count++] = number;
    }

    int[] sorted() {
      int[] sorted = Arrays.copyOf(all, count);
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
