/** Two versions of a postmortem, to be compared. */
export interface VersionPair {
  from: number;
  to: number;
}

/** The address of one version, from that of its postmortem. */
export function versionAddress(postmortem: string, version: number): string {
  return `${postmortem}?version=${version}`;
}

/** The address of a comparison, from that of its postmortem. */
export function comparisonAddress(
  postmortem: string,
  { from, to }: VersionPair,
): string {
  return `${postmortem}?from=${from}&to=${to}`;
}

/** The versions that an address asks to compare, if it does. */
export function versionsIn(query: URLSearchParams): VersionPair | undefined {
  return query.has('from') && query.has('to')
    ? { from: Number(query.get('from')), to: Number(query.get('to')) }
    : undefined;
}
