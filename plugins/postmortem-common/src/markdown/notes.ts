import { isCanonicalHeading } from './headings';
import { isPlaceholder } from './inline';
import type { Section } from './sections';

type Piece = { section: Section | null; start: number; text: string };

/**
 * What is left of the source once every field has taken its part: the notes
 * are the source with the rest cut out, in its order and under its headings.
 */
export class Notes {
  private readonly pieces: Piece[] = [];
  private readonly headings = new Set<Section['heading']>();

  /** Keeps a text where it stood. */
  add(section: Section | null, start: number, text: string) {
    if (!isPlaceholder(text)) {
      this.pieces.push({ section, start, text });
    }
  }

  /**
   * Keeps the words of a heading whose text went to a field, unless it is the
   * very heading that the product writes for that field.
   */
  keepHeading(heading: Section['heading']) {
    if (heading && !isCanonicalHeading(heading.plain)) {
      this.headings.add(heading);
    }
  }

  toString(): string {
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
    const rest = [...this.headings]
      .filter(heading => !shown.has(heading))
      .sort((a, b) => a!.start - b!.start)
      .map(heading => heading!.raw.replace(/^#+\s*|\s*#*\s*$/g, ''))
      .map(raw => raw.replace(/\n[=-]+\s*$/, '').trim());
    if (rest.length > 0) {
      out.push(rest.join(' · '));
    }
    return out.join('\n\n');
  }
}
