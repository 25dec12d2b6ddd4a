import { sameWords } from '../words/sameWords';
import { isPlaceholder } from './inline';
import type { Section } from './sections';

type Piece = { section: Section | null; start: number; text: string };
type SectionHeading = NonNullable<Section['heading']>;

/**
 * What is left of the source once every field has taken its part: the notes
 * are the source with the rest cut out, in its order and under its headings.
 */
export class Notes {
  private readonly pieces: Piece[] = [];
  private readonly headings = new Set<SectionHeading>();

  /** Keeps a text where it stood. */
  add(section: Section | null, start: number, text: string) {
    if (!isPlaceholder(text)) {
      this.pieces.push({ section, start, text });
    }
  }

  /** Keeps the words of a heading whose text, if any, went to a field. */
  keepHeading(heading: Section['heading']) {
    if (heading && !isPlaceholder(heading.plain)) {
      this.headings.add(heading);
    }
  }

  /**
   * The notes.
   *
   * @param written - the headings, in lower case, that stand for a part which
   *   the document has; they need no repeating
   */
  toString(written: ReadonlySet<string>): string {
    const out: string[] = [];
    const shown = new Set<Section['heading']>();
    const pieces = [...this.pieces].sort((a, b) => a.start - b.start);
    for (const { section, text } of pieces) {
      if (section?.heading && !shown.has(section.heading)) {
        shown.add(section.heading);
        out.push(section.heading.raw);
      }
      out.push(text);
    }
    const rest = this.unsaid(written, shown);
    return [...out, ...(rest.length > 0 ? [rest.join(' · ')] : [])].join(
      '\n\n',
    );
  }

  /** The texts of the headings that neither notes nor document show. */
  private unsaid(
    written: ReadonlySet<string>,
    shown: ReadonlySet<Section['heading']>,
  ): string[] {
    const standing = new Set(written);
    return [...this.headings]
      .filter(heading => !shown.has(heading))
      .sort((a, b) => a.start - b.start)
      .filter(
        ({ plain, raw }) =>
          !sameWords(plain, raw) ||
          !standing.delete(plain.toLocaleLowerCase('en-US')),
      )
      .map(({ raw }) => raw.replace(/^#+\s*|\s*#*\s*$/g, ''))
      .map(raw => raw.replace(/\n[=-]+\s*$/, '').trim())
      .map(raw => raw.replace(/^(\*\*|__)(.*?)(?::?\1|\1:?)$/, '$2'));
  }
}
