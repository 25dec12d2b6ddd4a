/**
 * What every tool may do to a text file without changing what it says: the
 * byte order mark goes, lines end in a line feed, and NUL, which no database
 * column takes, becomes the replacement character as CommonMark has it.
 */
export function normalizeText(markdown: string): string {
  const nul = String.fromCharCode(0);
  return markdown
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(nul)
    .join('\uFFFD');
}

/** Takes up to `indent` columns of white space off each line but the first. */
export function dedent(text: string, indent: number): string {
  if (indent <= 0 || !text.includes('\n')) {
    return text;
  }
  return text
    .split('\n')
    .map((line, index) => {
      if (index === 0) {
        return line;
      }
      let at = 0;
      for (let column = 0; column < indent && at < line.length; at++) {
        if (line[at] === ' ') {
          column += 1;
        } else if (line[at] === '\t') {
          column += 4 - (column % 4);
        } else {
          break;
        }
      }
      return line.slice(at);
    })
    .join('\n');
}

/** Indents each line but the first; empty lines stay empty. */
export function indentRest(text: string, indent: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`);
}
