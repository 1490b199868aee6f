/** The advisor in a terminal, for people and, as JSON lines, for programs. */
@NullMarked
package dev.certadvisor.console;

import org.jspecify.annotations.NullMarked;
