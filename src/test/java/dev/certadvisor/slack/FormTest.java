package dev.certadvisor.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.FormBody;
import okhttp3.RequestBody;
import okio.Buffer;
import org.junit.jupiter.api.Test;

class FormTest {

  @Test
  void everyLetterIsEncodedAsByOkHttp() throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    for (char letter = 0; letter < 0x300; letter++) {
      fields.put("name" + letter, "a" + letter + "b");
    }
    fields.put("signs", "\u20ac \u2013 \ufeff\uffff");
    fields.put("beyond 16 bits", "\ud83d\ude00");
    fields.put("halves of a pair", "\ud83d|\ude00");
    fields.put("", "");

    assertThat(bytes(new Form(fields))).isEqualTo(bytes(byOkHttp(fields)));
  }

  @Test
  void itIsTheSameEachTimeItIsWrittenAndAsLongAsItSays() throws IOException {
    Form form = new Form(Map.of("text", "twice & whole"));

    String first = bytes(form);

    assertThat(first).isEqualTo("text=twice%20%26%20whole").hasSize((int) form.contentLength());
    assertThat(bytes(form)).isEqualTo(first);
    assertThat(form.contentType()).isEqualTo(byOkHttp(Map.of()).contentType());
  }

  private static FormBody byOkHttp(Map<String, String> fields) {
    FormBody.Builder form = new FormBody.Builder();
    fields.forEach(form::add);
    return form.build();
  }

  private static String bytes(RequestBody body) throws IOException {
    Buffer sink = new Buffer();
    body.writeTo(sink);
    return sink.readUtf8();
  }
}
