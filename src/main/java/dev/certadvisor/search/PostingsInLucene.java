package dev.certadvisor.search;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;

/** Postings and sketches of a guide of any size, read from an index. 4-grams are not in it. */
final class PostingsInLucene implements Postings {

  private final Directory directory;
  private final DirectoryReader index;
  private final IndexSearcher searcher;

  /** Opens an index that is complete and of one segment. */
  PostingsInLucene(Directory directory) throws IOException {
    this.directory = directory;
    this.index = DirectoryReader.open(directory);
    this.searcher = new IndexSearcher(index);
  }

  @Override
  public int passagesWith(String stem) throws IOException {
    return index.docFreq(new Term(IndexFields.STEMS, stem));
  }

  @Override
  public int[] candidates(Question question, int most) throws IOException {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (Question.Word word : question.words()) {
      Stream.concat(Stream.of(word.stem()), word.others().stream())
          .forEach(stem -> any.add(new TermQuery(new Term(IndexFields.STEMS, stem)), Occur.SHOULD));
    }
    return Stream.of(searcher.search(any.build(), most).scoreDocs)
        .mapToInt(hit -> hit.doc)
        .sorted()
        .toArray();
  }

  @Override
  public Sketch sketch(int number) throws IOException {
    BinaryDocValues stored =
        index.leaves().getFirst().reader().getBinaryDocValues(IndexFields.SKETCH);
    if (stored == null || !stored.advanceExact(number)) {
      throw new IllegalStateException("the index holds no sketch of passage " + number);
    }
    return Sketch.decode(stored.binaryValue());
  }

  @Override
  public long sizeInBytes() throws IOException {
    long size = 0;
    for (String file : directory.listAll()) {
      size += directory.fileLength(file);
    }
    return size;
  }
}
