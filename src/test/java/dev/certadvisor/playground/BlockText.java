package dev.certadvisor.playground;

import java.util.ArrayList;
import java.util.List;

/**
 * Blocks and views as text, of a length that a test wants. For legibility they have single quotes
 * where JSON has double ones.
 */
final class BlockText {

  private BlockText() {}

  /** As JSON wants it. */
  static String json(String withSingleQuotes) {
    return withSingleQuotes.replace('\'', '"');
  }

  static String x(int length) {
    return "x".repeat(length);
  }

  static String many(int count, String each) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(each);
    }
    return String.join(",", all);
  }

  static String plain(int length) {
    return "{'type':'plain_text','text':'" + x(length) + "'}";
  }

  static String mrkdwn(int length) {
    return "{'type':'mrkdwn','text':'" + x(length) + "'}";
  }

  static String section(String text) {
    return "{'type':'section','text':" + text + "}";
  }

  static String actions(String elements) {
    return "{'type':'actions','elements':[" + elements + "]}";
  }

  static String button(String more) {
    return actions("{'type':'button','text':" + plain(1) + "," + more + "}");
  }

  static String option(int text, int value) {
    return "{'text':" + plain(text) + ",'value':'" + x(value) + "'}";
  }

  static String select(String type, String options) {
    return actions("{'type':'" + type + "','options':[" + options + "]}");
  }

  static String feedback(int label) {
    return "{'type':'context_actions','elements':[{'type':'feedback_buttons','positive_button':{'text':"
        + plain(label)
        + ",'value':'y'},'negative_button':{'text':"
        + plain(1)
        + ",'value':'n'}}]}";
  }

  static String input(String more) {
    return "{'type':'input','element':{'type':'plain_text_input'}," + more + "}";
  }

  static String image(String more) {
    return "{'type':'image','image_url':'https://a.example/a.png'," + more + "}";
  }

  static String table(int rows, int columns) {
    return "{'type':'table','rows':["
        + many(rows, "[" + many(columns, "{'type':'raw_text','text':'x'}") + "]")
        + "]}";
  }

  static String dataTable(String more, int rows, int columns) {
    return "{'type':'data_table',"
        + more
        + "'rows':["
        + many(rows, "[" + many(columns, "{'type':'raw_text','text':'x'}") + "]")
        + "]}";
  }

  static String chart(String more, int categories, int label, int series) {
    return "{'type':'data_visualization',"
        + more
        + "'chart':{'type':'bar','series':["
        + many(series, "{'name':'s'}")
        + "],'axis_config':{'categories':["
        + many(categories, "'" + x(label) + "'")
        + "]}}}";
  }

  static String home(String more, String blocks) {
    return "{'type':'home'," + more + "'blocks':[" + blocks + "]}";
  }

  static String modal(String more, String blocks) {
    return "{'type':'modal'," + more + ",'blocks':[" + blocks + "]}";
  }
}
