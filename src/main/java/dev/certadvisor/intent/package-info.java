/**
 * What a message asks for, about whom and what, and how sure we are of it. Front door: {@link
 * dev.certadvisor.intent.MessageReader}.
 */
@NullMarked
package dev.certadvisor.intent;

import org.jspecify.annotations.NullMarked;
