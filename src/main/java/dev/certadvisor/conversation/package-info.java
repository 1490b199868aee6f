/**
 * The one door: who said what, where it goes, what we reply. Front door: {@link
 * dev.certadvisor.conversation.Advisor}.
 */
@NullMarked
package dev.certadvisor.conversation;

import org.jspecify.annotations.NullMarked;
