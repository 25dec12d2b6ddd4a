import fc from 'fast-check';
import type { PostmortemContent } from '../../schema';
import { contentWith, rowId } from './documents';

/** Gives words and row ids that nobody else gives: `m7` is one of mine. */
export class Writer {
  #count = 0;
  readonly #prefix: string;
  readonly #firstId: number;

  constructor(prefix: string, firstId: number) {
    this.#prefix = prefix;
    this.#firstId = firstId;
  }

  word(): string {
    this.#count += 1;
    return `${this.#prefix}${this.#count}`;
  }

  line(): string {
    return `${this.word()} ${this.word()}`;
  }

  id(): string {
    this.#count += 1;
    return rowId(this.#firstId + this.#count);
  }
}

type Change = (before: any, writer: Writer) => any;

/** A change of one place of a document. */
export interface Edit {
  /** The part it changes; edits of different targets do not touch. */
  target: string;
  apply(content: PostmortemContent, writer: Writer): PostmortemContent;
}

function at(target: string, [name, ...rest]: string[], change: Change): Edit {
  const set = (value: any, steps: string[], writer: Writer): any =>
    steps.length === 0
      ? change(value, writer)
      : { ...value, [steps[0]]: set(value[steps[0]], steps.slice(1), writer) };
  return {
    target,
    apply: (content, writer) => ({
      ...content,
      [name]: set(content[name as keyof PostmortemContent], rest, writer),
    }),
  };
}

const TEXTS = [
  'summary',
  'notes',
  'impact.description',
  'rootCause.technical',
  'followUp.outcome',
];
const VALUES = ['title', 'severity', 'detection.method', 'incident.startedAt'];
const ROWS = ['lessons', 'timeline', 'actionItems', 'communications'];
const FACTORS = ['rootCause', 'contributingFactors'];

const index = fc.nat(7);

function without<T>(items: T[], i: number): T[] {
  return items.filter((_, other) => other !== i);
}

function insert<T>(items: T[], i: number, item: T): T[] {
  return [...items.slice(0, i), item, ...items.slice(i)];
}

/** Changes one entry of a list; a list without any is left alone. */
function inList(
  items: any[],
  i: number,
  change: (items: any[], i: number) => any[],
): any[] {
  return items.length === 0 ? items : change(items, i % items.length);
}

function move<T>(items: T[], i: number, to: number): T[] {
  return insert(without(items, i), to % items.length, items[i]);
}

const textEdit: fc.Arbitrary<Edit> = fc
  .record({
    path: fc.constantFrom(...TEXTS),
    kind: fc.constantFrom(
      'replace',
      'extend',
      'insert',
      'paragraph',
      'delete',
      'move',
      'clear',
    ),
    i: index,
    to: index,
  })
  .map(({ path, kind, i, to }) =>
    at(path, path.split('.'), (before: string | null, writer) => {
      const lines = before === null ? [] : before.split('\n');
      const changed: Record<typeof kind, () => string[]> = {
        replace: () => inList(lines, i, (l, n) => l.with(n, writer.line())),
        extend: () =>
          inList(lines, i, (l, n) => l.with(n, `${l[n]} ${writer.word()}`)),
        insert: () => insert(lines, i, writer.line()),
        paragraph: () => [...lines, '', writer.line()],
        delete: () => inList(lines, i, without),
        move: () => inList(lines, i, (l, n) => move(l, n, to)),
        clear: () => [],
      };
      const text = changed[kind]().join('\n');
      return text.trim() === '' ? null : text;
    }),
  );

const valueEdit: fc.Arbitrary<Edit> = fc
  .constantFrom(...VALUES)
  .map(path => at(path, path.split('.'), (_, writer) => writer.word()));

const ROW_FIELDS: Record<string, { text: string; fact: string }> = {
  lessons: { text: 'text', fact: 'kind' },
  timeline: { text: 'text', fact: 'url' },
  actionItems: { text: 'title', fact: 'ownerRef' },
  communications: { text: 'text', fact: 'channel' },
};

function newRow(list: string, writer: Writer): any {
  const { text, fact } = ROW_FIELDS[list];
  return { id: writer.id(), [text]: writer.line(), [fact]: writer.word() };
}

/** Changes of a row's fields and deletions: no row gets another place. */
const rowEdit: fc.Arbitrary<Edit> = fc
  .record({
    list: fc.constantFrom(...ROWS),
    kind: fc.constantFrom('text' as const, 'fact' as const, 'delete' as const),
    i: fc.nat(4),
  })
  .map(({ list, kind, i }) =>
    at(`${list}.${i}`, [list], (rows: any[], writer) => {
      // By the id that it has in the base, for rows to be the same on each side.
      const n = rows.findIndex(({ id }) => id === baseRowId(list, i));
      if (n === -1) {
        return rows;
      }
      if (kind === 'delete') {
        return without(rows, n);
      }
      const field = ROW_FIELDS[list][kind];
      return rows.with(n, { ...rows[n], [field]: writer.word() });
    }),
  );

const listEdit: fc.Arbitrary<Edit> = fc
  .record({
    list: fc.constantFrom(...ROWS),
    kind: fc.constantFrom('insert', 'move'),
    i: index,
    to: index,
  })
  .map(({ list, kind, i, to }) =>
    at(list, [list], (rows: any[], writer) =>
      kind === 'insert'
        ? insert(rows, i, newRow(list, writer))
        : inList(rows, i, (r, n) => move(r, n, to)),
    ),
  );

const factorEdit: fc.Arbitrary<Edit> = fc
  .record({
    kind: fc.constantFrom('extend', 'rewrite', 'insert', 'delete', 'move'),
    i: index,
    to: index,
  })
  .map(({ kind, i, to }) =>
    at('factors', FACTORS, (rows: any[], writer) => {
      const describe = (description: string) => (r: any[], n: number) =>
        r.with(n, { ...r[n], description });
      const changed: Record<typeof kind, () => any[]> = {
        extend: () =>
          inList(rows, i, (r, n) =>
            describe(`${r[n].description} ${writer.word()}`)(r, n),
          ),
        rewrite: () => inList(rows, i, describe(writer.line())),
        insert: () =>
          insert(rows, i, {
            kind: 'technical',
            category: null,
            description: writer.line(),
          }),
        delete: () => inList(rows, i, without),
        move: () => inList(rows, i, (r, n) => move(r, n, to)),
      };
      return changed[kind]();
    }),
  );

const setEdit: fc.Arbitrary<Edit> = fc
  .record({
    list: fc.constantFrom('tags', 'links'),
    remove: fc.boolean(),
    i: index,
  })
  .map(({ list, remove, i }) =>
    at(list, [list], (rows: any[], writer) => {
      if (remove) {
        return inList(rows, i, without);
      }
      const word = writer.word();
      return insert(
        rows,
        i,
        list === 'tags' ? word : { title: word, url: `https://${word}` },
      );
    }),
  );

/** Any change that somebody can make. */
export const anyEdit = fc.oneof(
  textEdit,
  valueEdit,
  rowEdit,
  listEdit,
  factorEdit,
  setEdit,
);

/** Changes that keep all rows in their places. */
export const placedEdit = fc.oneof(textEdit, valueEdit, rowEdit);

function baseRowId(list: string, i: number): string {
  return rowId(100 * (ROWS.indexOf(list) + 1) + i);
}

/** A document whose words are all different, `b1`, `b2` and so on. */
export const baseDocument: fc.Arbitrary<PostmortemContent> = fc
  .record({
    texts: fc.array(fc.array(fc.boolean(), { maxLength: 6 }), {
      minLength: TEXTS.length,
      maxLength: TEXTS.length,
    }),
    rows: fc.array(fc.nat(5), { minLength: 4, maxLength: 4 }),
    factors: fc.nat(4),
    tags: fc.nat(3),
  })
  .map(({ texts, rows, factors, tags }) => {
    const writer = new Writer('b', 0);
    const text = (i: number) =>
      texts[i]
        .map(isParagraph =>
          isParagraph ? `${writer.line()}\n` : `- ${writer.line()}`,
        )
        .join('\n');
    const list = (n: number) =>
      Array.from({ length: rows[n] }, (_, i) => ({
        ...newRow(ROWS[n], writer),
        id: baseRowId(ROWS[n], i),
      }));
    return {
      ...contentWith({ teams: [] }),
      title: writer.line(),
      summary: text(0) || null,
      notes: text(1) || null,
      impact: { ...contentWith().impact, description: text(2) || null },
      followUp: { ...contentWith().followUp, outcome: text(4) || null },
      rootCause: {
        ...contentWith().rootCause,
        technical: text(3) || null,
        contributingFactors: Array.from({ length: factors }, () => ({
          kind: 'technical' as const,
          category: null,
          description: `${writer.line()} ${writer.line()}`,
        })),
      },
      lessons: list(0),
      timeline: list(1),
      actionItems: list(2),
      communications: list(3),
      tags: Array.from({ length: tags }, () => writer.word()),
    };
  });

export function applyEdits(
  content: PostmortemContent,
  edits: Edit[],
  writer: Writer,
): PostmortemContent {
  return edits.reduce((edited, edit) => edit.apply(edited, writer), content);
}

/** A document and what two people made of it at the same time. */
export const concurrentEdits = fc
  .record({
    base: baseDocument,
    mine: fc.array(anyEdit, { maxLength: 8 }),
    theirs: fc.array(anyEdit, { maxLength: 8 }),
  })
  .map(({ base, mine, theirs }) => ({
    base,
    mine: applyEdits(base, mine, new Writer('m', 10_000)),
    theirs: applyEdits(base, theirs, new Writer('t', 20_000)),
  }));
