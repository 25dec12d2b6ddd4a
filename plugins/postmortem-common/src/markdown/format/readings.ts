import { normalizeText } from '../text';

const LABEL = /\[([^[\]\n]{1,200})\]/g;

/**
 * A text as an import sees it, and as it would read if the rest of the
 * document defined every reference in it: where a form stands, both must give
 * the same.
 */
export function readings(written: string): string[] {
  const text = normalizeText(written);
  const labels = new Set(
    [...text.matchAll(LABEL)].map(([, label]) => label.trim()),
  );
  if (labels.size === 0) {
    return [text];
  }
  const definitions = [...labels].map(label =>
    label.startsWith('^') ? `[${label}]: x` : `[${label}]: #x`,
  );
  return [text, `${text}\n\n${definitions.join('\n\n')}\n`];
}
