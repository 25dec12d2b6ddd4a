import type {
  LessonListEntry,
  LessonQuery,
  LessonReach,
} from 'backstage-plugin-postmortem-common';
import { readAnswersColumn } from '../lessons/answersColumn';
import { FIRST_OF_SIBLINGS, pathOfNumber } from '../lessons/pathNumbers';
import { reasonsOf } from '../lessons/ranking';
import type { Reach } from '../lessons/ReachResolver';
import { postmortemKey, type ListJson } from './rows';
import type { ListOptions } from './scope';

type Row = Record<string, any>;

/** The entity that a lesson is shown with. */
export interface LessonEntity {
  ref: string | null;
  /** Whether it is one of those asked for. */
  isAsked: boolean;
}

/** The entity a lesson is shown with: of those asked for, else the cause. */
export function entityOf(row: Row, askedFor: Set<string>): LessonEntity {
  const { entities }: ListJson = JSON.parse(row.list_json);
  const causesFirst = [
    ...entities.filter(({ role }) => role === 'cause'),
    ...entities.filter(({ role }) => role !== 'cause'),
  ];
  const asked = causesFirst.find(({ entityRef }) => askedFor.has(entityRef));
  const cause = causesFirst.find(({ role }) => role === 'cause');
  return {
    ref: (asked ?? cause)?.entityRef ?? null,
    isAsked: asked !== undefined,
  };
}

/** The entities of which a lesson is shown as the lesson of. */
export function entitiesAskedFor(
  { entityRef }: Pick<LessonQuery, 'entityRef'>,
  { team, reach }: Pick<ListOptions, 'team'> & { reach?: Reach },
): Set<string> {
  return new Set(
    reach
      ? reach.paths.map(({ refs }) => refs[refs.length - 1])
      : [...(entityRef ?? []), ...(team?.entityRefs ?? [])],
  );
}

/**
 * How the lesson of a row comes to those who ask; null in a list of all.
 *
 * @param weighed - by which severities, and since when it counts as recent
 */
export function reachOf(
  row: Row,
  { ref, isAsked }: LessonEntity,
  { reach }: { reach?: Reach },
  weighed: { severities: string[]; since: string },
): LessonReach | null {
  if (!reach) {
    return ref && isAsked
      ? { via: 'self', entityRef: ref, path: [ref], hops: 0, reasons: [] }
      : null;
  }
  const path =
    row.path === null ? [row.entity] : pathOfNumber(reach, row.path).refs;
  const hops = path.length - 1;
  const isAddressed = Boolean(row.addressed);
  const via = row.path >= FIRST_OF_SIBLINGS ? 'system' : 'dependency';
  return {
    via: isAddressed ? 'audience' : via,
    entityRef: path[0],
    path,
    hops,
    reasons: reasonsOf(
      {
        severity: row.severity,
        startedAt: row.started_at,
        hops,
        isAddressed,
      },
      weighed.severities,
      weighed.since,
    ),
  };
}

/** A row of a list of lessons. */
export function readLessonRow(
  row: Row,
  context: {
    entity: LessonEntity;
    reach: LessonReach | null;
  },
): LessonListEntry {
  const { entity, reach } = context;
  const { answers, counts } = readAnswersColumn(row.answers);
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    audience: row.audience && JSON.parse(row.audience),
    postmortem: {
      id: row.postmortem_id,
      key: postmortemKey(row.number),
      title: row.title,
      severity: row.severity,
      startedAt: row.started_at,
      visibility: row.visibility,
    },
    entityRef: entity.ref,
    reach,
    answer:
      answers.find(({ entityRef }) => entityRef === reach?.entityRef) ?? null,
    answers: counts,
  };
}
