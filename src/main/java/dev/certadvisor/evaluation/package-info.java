/** Scores answers, intents and recommendations on labelled data. */
@NullMarked
package dev.certadvisor.evaluation;

import org.jspecify.annotations.NullMarked;
