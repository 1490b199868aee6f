/** Load on the advisor, on what it is measured against, and the table of both. */
@NullMarked
package dev.certadvisor.bench;

import org.jspecify.annotations.NullMarked;
