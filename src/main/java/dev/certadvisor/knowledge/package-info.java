/**
 * What the guide says: its sections and passages, and a question answered from them with exact
 * quotes or not at all. Front door: {@link dev.certadvisor.knowledge.Answerer}.
 */
@NullMarked
package dev.certadvisor.knowledge;

import org.jspecify.annotations.NullMarked;
