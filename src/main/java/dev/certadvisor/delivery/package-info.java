/** Every message taken once and answered once, across retries and crashes. */
@NullMarked
package dev.certadvisor.delivery;

import org.jspecify.annotations.NullMarked;
