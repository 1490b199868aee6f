package dev.certadvisor.search;

/**
 * How questions to one guide are understood.
 *
 * @param tuning the numbers that ranking goes by
 * @param synonyms what words of questions may be called else
 * @param asked which section a question is for
 */
record Understanding(Tuning tuning, Synonyms synonyms, AskedModel asked) {}
