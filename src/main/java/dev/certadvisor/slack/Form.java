package dev.certadvisor.slack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;
import okio.BufferedSink;

/**
 * Fields as {@code application/x-www-form-urlencoded}, byte for byte what OkHttp's own form body
 * makes of them. That one looks each letter up in a text of those to be encoded, which for answers
 * of several kilobytes costs more than sending them does (ADR 58).
 */
final class Form extends RequestBody {

  private static final MediaType TYPE = MediaType.get("application/x-www-form-urlencoded");
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final boolean[] PLAIN = plain();

  private final Buffer encoded = new Buffer();

  /** A form with these fields, in the order of the map. */
  Form(Map<String, String> fields) {
    fields.forEach((name, value) -> {
      if (encoded.size() > 0) {
        encoded.writeByte('&');
      }
      encode(name);
      encoded.writeByte('=');
      encode(value);
    });
  }

  private static boolean[] plain() {
    boolean[] plain = new boolean[Byte.MAX_VALUE + 1];
    for (char letter = 0; letter < plain.length; letter++) {
      plain[letter] = Character.isLetterOrDigit(letter) || "*-._".indexOf(letter) >= 0;
    }
    return plain;
  }

  private void encode(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    byte[] written = new byte[3 * bytes.length];
    int length = 0;
    for (byte each : bytes) {
      if (each >= 0 && PLAIN[each]) {
        written[length++] = each;
      } else {
        written[length++] = '%';
        written[length++] = HEX[(each >> 4) & 0xf];
        written[length++] = HEX[each & 0xf];
      }
    }
    encoded.write(written, 0, length);
  }

  @Override
  public MediaType contentType() {
    return TYPE;
  }

  @Override
  public long contentLength() {
    return encoded.size();
  }

  /** Leaves the fields as they are: a redirect would send them again. */
  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(encoded.snapshot());
  }
}
