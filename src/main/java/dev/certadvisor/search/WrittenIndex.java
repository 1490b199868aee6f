package dev.certadvisor.search;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.store.SingleInstanceLockFactory;

/**
 * An index that is complete.
 *
 * @param directory Lucene's files, of one segment
 * @param statistics of all passages
 */
record WrittenIndex(Directory directory, Statistics statistics) {

  /** All of it in one file; read into memory. */
  static final ModelFile.Form<WrittenIndex> FORM =
      new ModelFile.Form<>() {
        @Override
        public void write(WrittenIndex index, DataOutputStream out) throws IOException {
          index.statistics.write(out);
          String[] names = index.directory.listAll();
          out.writeInt(names.length);
          for (String name : names) {
            out.writeUTF(name);
            try (IndexInput file = index.directory.openInput(name, IOContext.READONCE)) {
              byte[] bytes = new byte[Math.toIntExact(file.length())];
              file.readBytes(bytes, 0, bytes.length);
              out.writeInt(bytes.length);
              out.write(bytes);
            }
          }
        }

        @Override
        public WrittenIndex read(DataInputStream in) throws IOException {
          Statistics statistics = Statistics.read(in);
          Directory directory = inMemory();
          for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            try (IndexOutput file = directory.createOutput(name, IOContext.DEFAULT)) {
              file.writeBytes(bytes, bytes.length);
            }
          }
          return new WrittenIndex(directory, statistics);
        }
      };

  /** An empty directory, one array a file: buffers in pieces cost most of a look-up (ADR 58). */
  static Directory inMemory() {
    return new ByteBuffersDirectory(
        new SingleInstanceLockFactory(),
        ByteBuffersDataOutput::new,
        ByteBuffersDirectory.OUTPUT_AS_BYTE_ARRAY);
  }
}
