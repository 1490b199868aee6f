package dev.certadvisor.intent;

/** Reads messages: what is asked for, and about whom and what. */
public final class MessageReader {

  private final Vocabulary vocabulary;
  private final UtteranceClassifier classifier;

  /**
   * @param vocabulary the words by which people name things
   * @param classifier trained on labels of {@link Intent}
   */
  public MessageReader(Vocabulary vocabulary, UtteranceClassifier classifier) {
    this.vocabulary = vocabulary;
    this.classifier = classifier;
  }

  /**
   * Reads a message.
   *
   * @param text plain text of any length; only the first 2,000 characters are read
   */
  public Reading read(String text) {
    throw new UnsupportedOperationException(vocabulary + " " + classifier + text);
  }
}
