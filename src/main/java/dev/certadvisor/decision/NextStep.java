package dev.certadvisor.decision;

import dev.certadvisor.knowledge.SectionId;

/**
 * Something to do after the advice, whatever it is.
 *
 * @param text one sentence, the pack's own words
 * @param section the section of the guide that it rests on
 */
public record NextStep(String text, SectionId section) {}
