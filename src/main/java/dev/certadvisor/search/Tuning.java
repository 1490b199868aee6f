package dev.certadvisor.search;

/**
 * The numbers that ranking goes by. They are fixed, not fitted to a guide; ADR 0021 has what each
 * of them is worth. Others than {@link #SHIPPED} are for measuring that.
 *
 * @param weights the weight of each signal
 * @param weightsOfSide the same where one side of a question about two things is looked for
 * @param section the weight of what example questions tell of the section, see {@link
 *     AskedModel.Guess#support}
 * @param titleFactor how many times a word of the title counts as one of the text
 * @param background ordinary English
 * @param worth how many passages the background counts as much as
 * @param correcting whether misspelt words are corrected
 * @param splitting whether questions about two things are taken apart
 * @param restOfSide how much the rest of such a question counts beside the name of a side
 */
record Tuning(
    Signals weights,
    Signals weightsOfSide,
    double section,
    double titleFactor,
    Background background,
    double worth,
    boolean correcting,
    boolean splitting,
    double restOfSide) {

  /** What the product uses. */
  static final Tuning SHIPPED =
      new Tuning(
          new Signals(1, 0.5, 0.5, 0.5, 0.2, 0.3, 0.5),
          new Signals(1, 0.5, 0.5, 0.5, 0.2, 2, 0.5),
          0.3,
          5,
          Background.SHIPPED,
          200,
          true,
          true,
          0.3);
}
