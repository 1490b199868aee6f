package dev.certadvisor.pack;

import dev.certadvisor.catalogue.Catalogue;
import dev.certadvisor.decision.Framework;
import dev.certadvisor.knowledge.Guide;

/**
 * A content pack: everything that an advisor knows.
 *
 * @param edition names the very files that it was read from, see {@link PackFiles#edition}
 * @param manifest what it is called and what it compares
 * @param guide what may be quoted
 * @param catalogue what is true of each credential
 * @param framework the decision framework
 * @param phrases how people say things
 */
public record Pack(
    String edition,
    Manifest manifest,
    Guide guide,
    Catalogue catalogue,
    Framework framework,
    Phrases phrases) {}
