const LABEL = /\[([^[\]\n]{1,200})\]/g;

/**
 * A text as it is, and as it would read if the rest of the document defined
 * every reference in it: where a form stands, both must give the same.
 */
export function withDefinitions(text: string): string[] {
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
