/** One person's walk through the decision framework: a state machine over stored choices. */
@NullMarked
package dev.certadvisor.interview;

import org.jspecify.annotations.NullMarked;
