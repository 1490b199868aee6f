package dev.certadvisor.decision;

/**
 * One end of the scale: a direction, and the line of work and the platform that pull towards it.
 *
 * @param direction the direction
 * @param line the line of work
 * @param platform the platform
 */
public record Pole(DirectionId direction, LineId line, PlatformId platform) {}
