import {
  postmortemInputSchema,
  resolveConflict,
  type Conflict,
  type FieldIssue,
  type PostmortemContent,
} from 'backstage-plugin-postmortem-common';

type TopLevel = keyof PostmortemContent;

/** The lists whose rows have ids. */
const ROW_LISTS: ReadonlySet<string> = new Set([
  'lessons',
  'timeline',
  'actionItems',
  'communications',
]);

type IdentifiedRow = { id?: string };

function topLevel(path: string): TopLevel {
  return path.split('.')[0] as TopLevel;
}

/** What is wrong with a document by itself, each with its place. */
export function issuesOf(content: PostmortemContent): FieldIssue[] {
  const parsed = postmortemInputSchema.safeParse(content);
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => ({
        path: path.map(String).join('.'),
        message,
      }));
}

/**
 * A document in the form in which it is sent, as far as it is valid: what this
 * version of the schema fills in is no difference.
 */
export function normalized(content: PostmortemContent): PostmortemContent {
  const parsed = postmortemInputSchema.safeParse(content);
  return parsed.success ? parsed.data : content;
}

function withoutRows(
  rows: IdentifiedRow[],
  baseRows: IdentifiedRow[],
  wrong: ReadonlySet<number>,
): IdentifiedRow[] {
  return rows.flatMap((row, index) =>
    wrong.has(index) ? baseRows.filter(({ id }) => id === row.id) : [row],
  );
}

/**
 * The document without what must not be sent: a wrong row, or a wrong field of
 * a part, is as the server has it; all the rest is as it was written.
 */
function holdBack(
  content: PostmortemContent,
  base: PostmortemContent,
  paths: string[],
): PostmortemContent {
  const kept: Record<string, unknown> = { ...content };
  const wrongRows = new Map<string, Set<number>>();
  for (const path of paths) {
    const [name, step] = path.split('.');
    const before = base[name as TopLevel];
    const value = kept[name];
    if (ROW_LISTS.has(name) && step !== undefined) {
      wrongRows.set(
        name,
        (wrongRows.get(name) ?? new Set<number>()).add(Number(step)),
      );
    } else if (
      step === undefined ||
      Array.isArray(value) ||
      typeof value !== 'object'
    ) {
      kept[name] = before;
    } else {
      kept[name] = {
        ...value,
        [step]: (before as Record<string, unknown>)[step],
      };
    }
  }
  for (const [name, rows] of wrongRows) {
    kept[name] = withoutRows(
      content[name as TopLevel] as IdentifiedRow[],
      base[name as TopLevel] as IdentifiedRow[],
      rows,
    );
  }
  return kept as PostmortemContent;
}

/** What can be sent of a document, and what has to be mended first. */
export interface Prepared {
  /** Valid, in the form in which the server keeps it. */
  sendable: PostmortemContent;
  issues: FieldIssue[];
}

/**
 * Makes a document ready to be sent. Wrong fields and undecided conflicts hold
 * back only themselves: there, the result says what the server has.
 *
 * @param refused - what the server found wrong in an earlier attempt
 */
export function prepare(
  content: PostmortemContent,
  base: PostmortemContent,
  conflicts: Conflict[],
  refused: FieldIssue[],
): Prepared {
  const issues = [...issuesOf(content), ...refused];
  const decided = conflicts.reduce(
    (result, { path }) => resolveConflict(result, path, 'theirs'),
    {
      merged: holdBack(
        content,
        base,
        issues.map(({ path }) => path),
      ),
      conflicts,
    },
  ).merged;
  const parsed = postmortemInputSchema.safeParse(decided);
  if (parsed.success) {
    return { sendable: parsed.data, issues };
  }
  // A value can be wrong beside another, as times are: then the part waits.
  const rest = { ...decided } as Record<string, unknown>;
  for (const issue of parsed.error.issues) {
    const name = topLevel(String(issue.path[0]));
    rest[name] = base[name];
  }
  const reparsed = postmortemInputSchema.safeParse(rest);
  return { sendable: reparsed.success ? reparsed.data : base, issues };
}

/**
 * Finds the places of what the server refused in the document as it is in the
 * form: rows are at other places there when others were held back.
 */
export function relocate(
  issues: FieldIssue[],
  sent: PostmortemContent,
  content: PostmortemContent,
): FieldIssue[] {
  return issues.map(issue => {
    const [name, index, ...rest] = issue.path.split('.');
    if (!ROW_LISTS.has(name) || index === undefined) {
      return issue;
    }
    const sentRows = sent[name as TopLevel] as IdentifiedRow[];
    const rows = content[name as TopLevel] as IdentifiedRow[];
    const place = rows.findIndex(
      ({ id }) => id === sentRows[Number(index)]?.id,
    );
    return place < 0
      ? issue
      : { ...issue, path: [name, place, ...rest].join('.') };
  });
}
