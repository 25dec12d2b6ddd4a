/** How bad a severity is, of four steps; the worst is 0. */
export type SeverityLevel = 0 | 1 | 2 | 3;

/**
 * The step of a severity among those that the portal configures, most severe
 * first; null for none and for a name that is not configured any more.
 */
export function severityLevel(
  severity: string | null,
  severities: readonly string[],
): SeverityLevel | null {
  const index = severity === null ? -1 : severities.indexOf(severity);
  if (index < 0) {
    return null;
  }
  const steps = Math.max(severities.length - 1, 1);
  return Math.round((index / steps) * 3) as SeverityLevel;
}
