package dev.certadvisor.search;

import dev.certadvisor.intent.*;
import dev.certadvisor.knowledge.*;
import dev.certadvisor.pack.*;
import java.nio.file.*;
import java.util.*;
import org.yaml.snakeyaml.Yaml;

final class TryGuide {
  @SuppressWarnings("unchecked")
  public static void main(String[] a) throws Exception {
    TryPack.pack =
        ((PackReader.Result.Sound) PackReader.read(Path.of(System.getProperty("pack")))).pack();
    Pack pack = TryPack.pack;
    MessageReader r = TryPack.reader();
    LucenePassageIndex ix =
        LucenePassageIndex.of(
            pack.guide(),
            Boolean.getBoolean("nosyn") ? List.of() : pack.phrases().vocabulary().synonyms(),
            pack.phrases().examples().stream()
                .filter(e -> e.label().equals("oos"))
                .map(e -> e.text())
                .toList());
    Answerer an = new Answerer(pack.guide(), ix);
    int half = Integer.parseInt(a[0]);
    boolean show = a.length > 1;
    List<Map<String, Object>> qs =
        new Yaml()
            .load(
                Files.readString(Path.of(System.getProperty("pack"), "evaluation/questions.yaml")));
    int n = 0, first = 0, three = 0, dec = 0, gate = 0;
    for (int i = 0; i < qs.size(); i++)
      if (i % 2 == half) {
        Map<String, Object> q = qs.get(i);
        n++;
        List<String> gold = (List<String>) q.get("sections");
        String t = (String) q.get("ask");
        Reading x = r.read(t);
        Ranking rk = ix.search(query(pack, x), 10);
        List<String> secs =
            rk.hits().stream().map(h -> h.passage().id().section().value()).toList();
        boolean f = !secs.isEmpty() && gold.contains(secs.getFirst()),
            th = secs.stream().limit(3).anyMatch(gold::contains);
        boolean d = an.answer(rk) instanceof Answer.NotCovered;
        if (f) first++;
        if (th) three++;
        if (d) dec++;
        if (x.intent() == Intent.OOS || !x.outside().isEmpty()) gate++;
        if (show && (!f || d || x.intent() == Intent.OOS))
          System.out.printf(
              "%s%s%s %.2f [%s] %s | gold %s got %s | %s%n",
              f ? "" : "WRONG ",
              d ? "DECLINED " : "",
              x.intent() == Intent.OOS ? "OOS " : "",
              rk.confidence(),
              x.intent().label(),
              t,
              gold,
              secs.stream().limit(3).toList(),
              rk.hits().isEmpty() ? "" : rk.hits().getFirst().passage().id());
      }
    System.out.printf(
        "questions %d first %.3f three %.3f declined %.3f gated %.3f%n",
        n, first / (double) n, three / (double) n, dec / (double) n, gate / (double) n);
    List<Map<String, Object>> us =
        new Yaml()
            .load(
                Files.readString(Path.of(System.getProperty("pack"), "evaluation/uncovered.yaml")));
    n = 0;
    int ans = 0, ansg = 0;
    for (int i = 0; i < us.size(); i++)
      if (i % 2 == half) {
        n++;
        String t = (String) us.get(i).get("ask");
        Reading x = r.read(t);
        Ranking rk = ix.search(query(pack, x), 10);
        boolean d = an.answer(rk) instanceof Answer.NotCovered;
        if (!d) ans++;
        boolean g = x.intent() == Intent.OOS;
        if (!d && !g) {
          ansg++;
          if (show)
            System.out.printf(
                "ANSWERED %.2f [%s] %s | %s%n",
                rk.confidence(), x.intent().label(), t, rk.hits().getFirst().passage().id());
        }
      }
    System.out.printf(
        "uncovered %d answered %.3f after gate %.3f%n", n, ans / (double) n, ansg / (double) n);
  }

  static Query query(Pack pack, Reading x) {
    Set<String> s = new LinkedHashSet<>(x.subjects());
    pack.catalogue().credentials().stream()
        .filter(c -> x.credentials().contains(c.id().code()))
        .forEach(c -> s.add(c.subject()));
    List<SubjectId> ids = x.both() ? List.of() : s.stream().map(SubjectId::new).toList();
    return new Query(x.text(), ids, x.topics(), !x.outside().isEmpty());
  }
}
