package dev.certadvisor.knowledge;

/**
 * Words of the guide and where they stand.
 *
 * @param section the section that holds them
 * @param title the section's heading
 * @param quote an exact slice of one passage's text
 */
public record Citation(SectionId section, String title, String quote) {}
