import type { ImportContext } from './context';
import type { Section } from './sections';

/**
 * Dates and times of a timeline as they are written, which its entries do not
 * repeat: they are kept in the notes.
 */
export class Trail {
  private readonly words: string[] = [];
  private start: number;

  constructor(section: Section) {
    this.start = section.start + 1;
  }

  /** Keeps a date, a time or a heading as it is written. */
  keep(raw: string, start: number) {
    if (this.words.length === 0) {
      this.start = start;
    }
    this.words.push(raw.replace(/\s+/g, ' ').trim());
  }

  /** Adds what was kept to the notes. */
  leave(ctx: ImportContext, section: Section) {
    ctx.notes.add(section, this.start, this.words.join(' · '));
  }
}
