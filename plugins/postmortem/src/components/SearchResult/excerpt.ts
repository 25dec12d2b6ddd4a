// About what a line holds before the word that was found.
const LEAD = 80;

/**
 * A highlighted text from a little before the first word that was found: what
 * was found is in the lines that are shown, however long the text is.
 */
export function excerpt(text: string, preTag: string): string {
  const found = text.indexOf(preTag);
  if (found <= LEAD) {
    return text;
  }
  const from = text.indexOf(' ', found - LEAD) + 1;
  return `…${text.slice(from > 0 && from <= found ? from : found)}`;
}
