/** Where a common name of a severity stands in a scale of four. */
const WORDS: Record<string, number> = {
  critical: 1,
  blocker: 1,
  major: 2,
  high: 2,
  medium: 3,
  moderate: 3,
  minor: 3,
  low: 4,
};

const NUMBERED =
  /^(?:(?:sev(?:erity)?|p|prio(?:rity)?|s|level|severity level)[\s.:_-]*)?(\d)$/i;

function compact(text: string): string {
  return text.toLocaleLowerCase('en-US').replace(/[^\p{L}\p{N}]+/gu, '');
}

function numberOf(name: string): number | null {
  const digits = name.match(/\d+/g);
  return digits?.length === 1 ? Number(digits[0]) : null;
}

function exact(text: string, severities: string[]): string | null {
  const wanted = compact(text);
  if (wanted === '') {
    return null;
  }
  const same = severities.filter(name => compact(name) === wanted);
  if (same.length > 0) {
    return same[0];
  }
  const numbered = text.trim().match(NUMBERED);
  const number = numbered ? Number(numbered[1]) : WORDS[wanted];
  if (number === undefined) {
    return null;
  }
  const alike = severities.filter(name => numberOf(name) === number);
  return alike.length === 1 ? alike[0] : null;
}

/**
 * The configured severity that a document names: the same name in another
 * spelling, the same number (`P1`, `Severity 1`), or a word that everybody
 * uses for it. `null` when it is none of these.
 */
export function readSeverity(
  text: string,
  severities: string[],
): string | null {
  const plain = text.replace(/[*_`]/g, '').trim();
  const whole = exact(plain, severities);
  if (whole) {
    return whole;
  }
  // "SEV1 (critical)", "Sev 2 - major"
  const first = plain.split(/\s*[(,:;/|\u2013\u2014]\s*|\s+-\s+/)[0];
  return first !== plain ? exact(first, severities) : null;
}
