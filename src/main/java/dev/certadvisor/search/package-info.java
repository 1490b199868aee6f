/** Lucene and the linear classifier behind the core's ports. */
@NullMarked
package dev.certadvisor.search;

import org.jspecify.annotations.NullMarked;
