package dev.certadvisor.knowledge;

import dev.certadvisor.knowledge.Ranking.Hit;

/**
 * Finds passages by words. A snapshot: it never changes once built, and may be searched by many
 * threads at once.
 */
public interface PassageIndex {

  /**
   * Ranks the passages for a query. The same query gives the same ranking every time; equals keep
   * the guide's order.
   *
   * @param query what is looked for
   * @param limit how many hits at most, at least 1
   * @return never null; without hits where no passage shares anything with the query
   */
  Ranking search(Query query, int limit);

  /**
   * Points out what of a passage answers a query; for what is quoted, since it takes a closer look
   * than ranking does.
   *
   * @param hit what this index found for the query
   */
  KeySentences keySentences(Query query, Hit hit);
}
