import {
  postmortemInputSchema,
  type FieldIssue,
  type PostmortemContent,
} from 'backstage-plugin-postmortem-common';
import type { RowList } from '../database/PostmortemStore';
import type { StoredContent } from '../database/rows';
import { FieldError } from '../errors';
import { fieldIssues } from './fieldIssues';

/** The lists of a document whose rows have ids. */
export const ROW_LISTS: RowList[] = [
  'lessons',
  'timeline',
  'actionItems',
  'communications',
];

function severityIssues(
  severity: string | null,
  severities: string[],
  before: StoredContent | undefined,
): FieldIssue[] {
  // A severity that the portal no longer configures may stay.
  if (
    severity === null ||
    severities.includes(severity) ||
    severity === before?.severity
  ) {
    return [];
  }
  return [
    { path: 'severity', message: `must be one of ${severities.join(', ')}` },
  ];
}

function repeatedRowIds(content: PostmortemContent): FieldIssue[] {
  return ROW_LISTS.flatMap(list => {
    const seen = new Map<string, number>();
    return content[list].flatMap(({ id }, index) => {
      const earlier = id && seen.get(id.toLocaleLowerCase('en-US'));
      if (earlier !== undefined && id) {
        return {
          path: `${list}.${index}.id`,
          message: `is the id of ${list}.${earlier} already; leave it out for a new row`,
        };
      }
      if (id) {
        seen.set(id.toLocaleLowerCase('en-US'), index);
      }
      return [];
    });
  });
}

function repeatedEntities(content: PostmortemContent): FieldIssue[] {
  const seen = new Map<string, number>();
  return content.entities.flatMap(({ entityRef }, index) => {
    const earlier = seen.get(entityRef);
    if (earlier !== undefined) {
      return {
        path: `entities.${index}.entityRef`,
        message: `is named in entities.${earlier} already; an entity has one role, and cause includes affected`,
      };
    }
    seen.set(entityRef, index);
    return [];
  });
}

function foreignActionItems(
  content: PostmortemContent,
  postmortemId: string | undefined,
): FieldIssue[] {
  return content.actionItems.flatMap((item, index) =>
    item.postmortemId !== undefined &&
    item.postmortemId.toLocaleLowerCase('en-US') !== postmortemId
      ? {
          path: `actionItems.${index}.postmortemId`,
          message:
            'is kept by the server; leave it out, an action item stays with its postmortem',
        }
      : [],
  );
}

function selfRelations(
  content: PostmortemContent,
  postmortemId: string | undefined,
): FieldIssue[] {
  return content.related.flatMap((related, index) =>
    related.postmortemId.toLocaleLowerCase('en-US') === postmortemId
      ? {
          path: `related.${index}.postmortemId`,
          message: 'is this postmortem itself',
        }
      : [],
  );
}

/** What a document is checked against. */
export interface ParseContext {
  severities: string[];
  /** The postmortem that is changed; none when one is created. */
  before?: { id: string; content: StoredContent };
}

/** Everything that is wrong with a document by itself. */
export function checkContent(
  input: unknown,
  { severities, before }: ParseContext,
): { content: PostmortemContent } | { issues: FieldIssue[] } {
  const parsed = postmortemInputSchema.safeParse(input);
  if (!parsed.success) {
    return { issues: fieldIssues(parsed.error) };
  }
  const content = parsed.data;
  const issues = [
    ...severityIssues(content.severity, severities, before?.content),
    ...repeatedEntities(content),
    ...repeatedRowIds(content),
    ...foreignActionItems(content, before?.id),
    ...selfRelations(content, before?.id),
  ];
  return issues.length > 0 ? { issues } : { content };
}

/** @throws FieldError that names each wrong field. */
export function parseContent(
  input: unknown,
  context: ParseContext,
): PostmortemContent {
  const checked = checkContent(input, context);
  if ('issues' in checked) {
    throw new FieldError(checked.issues);
  }
  return checked.content;
}
