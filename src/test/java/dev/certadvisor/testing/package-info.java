/** Fixtures that tests of several packages share. */
@NullMarked
package dev.certadvisor.testing;

import org.jspecify.annotations.NullMarked;
