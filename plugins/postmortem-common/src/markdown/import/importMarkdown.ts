import type {
  PostmortemInput,
  PostmortemStatus,
} from '../../schema/postmortem';
import { postmortemInputSchema } from '../../schema/postmortem';
import { HEADINGS } from '../format/headings';
import { writtenHeadings } from '../format/writtenHeadings';
import { assemble } from './assemble';
import { ImportContext, ImportOptions } from './context';
import { readDurations } from './durations';
import { dayOfTitle, readFacts, readZone, statedPairs } from './facts';
import { ForeignFrontMatter, isRepeated, readFrontMatter } from './frontMatter';
import { placeSection } from './placement';
import { Outline, outlineOf } from './sections';
import { Source } from './source';
import { readSpan } from './span';
import { readTitle } from './title';

/** What was understood of a document of another template. */
export type Imported = {
  input: PostmortemInput;
  status: PostmortemStatus;
  warnings: string[];
};

const FILE_DATE = /^(\d{4}-\d{2}-\d{2})[-_]/;

function frontMatterOf(ctx: ImportContext): ForeignFrontMatter | null {
  const [first] = ctx.source.root.children;
  const type: string | undefined = first?.type;
  return type === 'yaml' || type === 'toml'
    ? readFrontMatter(ctx, first as { type: string; value: string })
    : null;
}

/** Places what the front matter says, and keeps its words. */
function placeFrontMatter(
  ctx: ImportContext,
  front: ForeignFrontMatter,
  takesTitle: boolean,
) {
  const taken: string[] = takesTitle ? ['title'] : [];
  if (front.summary && !ctx.hasSummary && isRepeated(front, 'summary')) {
    taken.push('summary');
    ctx.addText('summary', null, front.summary);
    ctx.hasSummary = true;
  }
  if (front.tags.length > 0 && isRepeated(front, 'tags')) {
    taken.push('tags');
    ctx.draft.tags.push(...front.tags);
  }
  const rest = front.without(taken).trim();
  if (rest !== '') {
    ctx.notes.add(null, 0, `\`\`\`\n${rest}\n\`\`\``);
  }
}

function hasSummary({ sections }: Outline): boolean {
  return sections.some(
    ({ destination, blocks }) => destination === 'summary' && blocks.length > 0,
  );
}

/** Adds the notes, in which headings stand that no part of it stands for. */
function withNotes(
  ctx: ImportContext,
  input: PostmortemInput,
): PostmortemInput {
  const parsed = postmortemInputSchema.safeParse(input);
  const written = parsed.success ? writtenHeadings(parsed.data) : [];
  const headings = written.map(key => HEADINGS[key].toLocaleLowerCase('en-US'));
  return { ...input, notes: ctx.notes.toString(new Set(headings)) || null };
}

/** Reads a document of whatever template. */
export function importMarkdown(text: string, options: ImportOptions): Imported {
  const source = Source.read(text);
  const ctx = new ImportContext(
    source,
    options,
    options.defaultTimezone ?? 'UTC',
  );
  const outline = outlineOf(source);
  const front = frontMatterOf(ctx);
  const { title, fromFrontMatter } = readTitle(
    ctx,
    outline,
    front?.title ?? null,
  );
  dayOfTitle(ctx, title);
  readZone(ctx, outline.sections);
  readFacts(ctx, outline.sections);
  // "2024-02-28-database-down.md"
  dayOfTitle(ctx, (options.fileName ?? '').replace(FILE_DATE, '$1 '));
  ctx.hasSummary = hasSummary(outline);
  if (front) {
    placeFrontMatter(ctx, front, fromFrontMatter);
  }
  outline.sections.forEach(section => placeSection(ctx, section));
  ctx.placeDefinitions();
  readDurations(ctx, statedPairs(outline.sections));
  readSpan(ctx);
  return {
    input: withNotes(ctx, assemble(ctx, title)),
    status: ctx.status ?? 'draft',
    warnings: ctx.warnings,
  };
}
