package dev.certadvisor.search;

import dev.certadvisor.intent.*;
import dev.certadvisor.intent.Vocabulary.Named;
import dev.certadvisor.knowledge.*;
import dev.certadvisor.pack.*;
import java.nio.file.*;
import java.util.*;

final class TryPack {
  static Pack pack;

  static MessageReader reader() {
    List<Named> names =
        pack.catalogue().credentials().stream()
            .map(c -> {
              List<String> n = new ArrayList<>(c.otherCodes());
              n.add(c.name());
              n.addAll(c.alsoCalled());
              return new Named(c.id().code(), n);
            })
            .toList();
    return MessageReader.learn(
        pack.phrases().vocabulary().withCredentials(names),
        pack.phrases().examples(),
        new LinearTraining(),
        new OrdinaryWords());
  }

  public static void main(String[] a) throws Exception {
    switch (PackReader.read(Path.of(System.getProperty("pack", "/work/main/seeds")))) {
      case PackReader.Result.Sound s -> pack = s.pack();
      case PackReader.Result.Faulty f -> {
        f.problems().stream().limit(20).forEach(System.out::println);
        return;
      }
    }
    long t = System.nanoTime();
    MessageReader r = reader();
    System.out.println("trained in ms " + (System.nanoTime() - t) / 1000000);
    int half = a.length > 0 ? Integer.parseInt(a[0]) : 0;
    boolean show = a.length > 1;
    int n = 0, ok = 0;
    Map<String, int[]> conf = new TreeMap<>();
    List<String> lines = Files.readAllLines(Path.of("seeds/evaluation/utterances.tsv"));
    for (int i = 0; i < lines.size(); i++)
      if (i % 2 == half) {
        String[] p = lines.get(i).split("\t");
        Reading x = r.read(p[0]);
        n++;
        int[] c = conf.computeIfAbsent(p[1], k -> new int[2]);
        c[1]++;
        if (x.intent().label().equals(p[1])) {
          ok++;
          c[0]++;
        } else if (show)
          System.out.printf(
              "%-70s %s -> %s %.2f (%s %.2f) att %s out %s cred %s%n",
              p[0],
              p[1],
              x.intent().label(),
              x.confidence(),
              x.runnersUp().getFirst().intent().label(),
              x.runnersUp().getFirst().confidence(),
              x.attributes(),
              x.outside(),
              x.credentials());
      }
    System.out.printf("utterances %d/%d = %.3f%n", ok, n, ok / (double) n);
    conf.forEach((k, v) -> {
      if (v[0] < v[1]) System.out.print(k + " " + v[0] + "/" + v[1] + "  ");
    });
    System.out.println();
  }
}
