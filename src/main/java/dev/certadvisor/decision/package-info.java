/**
 * Questions, choices and their evidence; a profile becomes a recommendation, its reasons and what
 * would change it.
 */
@NullMarked
package dev.certadvisor.decision;

import org.jspecify.annotations.NullMarked;
