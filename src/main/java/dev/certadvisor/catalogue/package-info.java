/**
 * What is true of each credential, since when and from which source, and what replaces it. Front
 * door: {@link dev.certadvisor.catalogue.Catalogue}.
 */
@NullMarked
package dev.certadvisor.catalogue;

import org.jspecify.annotations.NullMarked;
