import {
  MAX_TITLE_LENGTH,
  type FieldIssue,
  type PostmortemInput,
} from 'backstage-plugin-postmortem-common';
import { UNTITLED_POSTMORTEM } from 'backstage-plugin-postmortem-common/markdown';
import { cloneDeep, get, unset } from 'lodash';

// The longest lists that a document may have; see the schema.
const MAX_ROWS: Record<string, number> = {
  entities: 200,
  participants: 200,
  lessons: 500,
  timeline: 2000,
  actionItems: 500,
  communications: 500,
  links: 200,
  tags: 50,
  related: 100,
  teams: 50,
  'rootCause.contributingFactors': 500,
  'followUp.documentation': 200,
};

// Names that the schema chose, not words of the source.
const NOT_WORDS = new Set([
  'id',
  'postmortemId',
  'kind',
  'term',
  'type',
  'status',
  'audience',
  'relation',
  'method',
  'verdict',
]);

/** Every text and figure of a value, as it was understood. */
function textsOf(value: unknown): string[] {
  if (value === null || value === undefined || typeof value === 'boolean') {
    return [];
  }
  if (typeof value !== 'object') {
    return [String(value)];
  }
  return Object.entries(value)
    .filter(
      ([name, text]) =>
        !NOT_WORDS.has(name) && text !== 'cause' && text !== 'affected',
    )
    .flatMap(([, text]) => textsOf(text));
}

/** The beginning of a text, up to the last word that fits whole. */
function firstWords(text: string, length: number): string {
  const head = text.slice(0, length);
  return text.length > length && /\S/.test(text[length])
    ? head.replace(/(\s)\S*$/, '$1').trim()
    : head.trim();
}

function remove(input: object, path: string[]): unknown {
  const parent = path.length > 1 ? get(input, path.slice(0, -1)) : input;
  const value = get(input, path);
  if (Array.isArray(parent)) {
    parent.splice(Number(path.at(-1)), 1);
  } else {
    unset(input, path);
  }
  return value;
}

/**
 * Takes out of a document what cannot be stored in its field and appends it to
 * the notes, so that an import loses no word of what it read.
 */
export function moveToNotes(
  input: PostmortemInput,
  issues: FieldIssue[],
): { input: PostmortemInput; warnings: string[] } {
  const changed = cloneDeep(input);
  const warnings: string[] = [];
  const moved: unknown[] = [];
  // From the last row to the first: taking one out shifts those after it.
  const ordered = [...issues].sort((a, b) =>
    b.path.localeCompare(a.path, 'en', { numeric: true }),
  );
  for (const { path, message } of ordered) {
    const max = MAX_ROWS[path];
    const value = get(changed, path);
    if (path === 'title') {
      moved.push(value);
      changed.title =
        firstWords(String(value ?? ''), MAX_TITLE_LENGTH) ||
        UNTITLED_POSTMORTEM;
    } else if (max !== undefined && Array.isArray(value)) {
      moved.push(...value.splice(max));
    } else {
      const parts = path.split('.');
      // A value that is missing leaves nothing to keep of what it belongs to.
      while (parts.length > 1 && get(changed, parts) === undefined) {
        parts.pop();
      }
      moved.push(remove(changed, parts));
    }
    warnings.push(`${path} ${message}; kept in the notes instead`);
  }
  const texts = moved.flatMap(textsOf);
  if (texts.length > 0) {
    changed.notes = [changed.notes, ...texts].filter(Boolean).join('\n\n');
  }
  return { input: changed, warnings };
}
