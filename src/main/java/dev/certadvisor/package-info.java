/** The composition root: the only place that sees every package, and that none may use. */
@NullMarked
package dev.certadvisor;

import org.jspecify.annotations.NullMarked;
