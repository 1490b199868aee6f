/**
 * Where the app is installed and by which tokens it speaks there.
 *
 * <p>Front door: {@link dev.certadvisor.installation.Installations}, a port that {@code store}
 * implements and {@code slack} uses.
 */
@NullMarked
package dev.certadvisor.installation;

import org.jspecify.annotations.NullMarked;
