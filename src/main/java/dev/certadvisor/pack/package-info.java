/** Reads and checks a content pack; every mistake is reported with its file and line. */
@NullMarked
package dev.certadvisor.pack;

import org.jspecify.annotations.NullMarked;
