/** What a message asks for, about whom and what, and how sure we are of it. */
@NullMarked
package dev.certadvisor.intent;

import org.jspecify.annotations.NullMarked;
