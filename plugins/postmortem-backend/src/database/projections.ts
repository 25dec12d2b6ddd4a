import type { ActionItem, Lesson } from 'backstage-plugin-postmortem-common';
import { dayOf } from './days';
import { isOpen, overdueFrom } from './overdue';
import { postmortemKey, type Kept, type StoredContent } from './rows';
import { textsOf } from './texts';
import { wordsOf } from './words';

/** A table whose rows are derived from the document. */
export interface Projection {
  table: string;
  rows(content: StoredContent, kept: Kept, number: number): object[];
}

function actionItemRow(item: ActionItem, position: number, createdAt: string) {
  const { completedAt, verification } = item;
  return {
    position,
    id: item.id,
    title: item.title,
    description: item.description,
    search_text: `${item.title}\n${item.description ?? ''}`.toLocaleLowerCase(
      'en-US',
    ),
    term: item.term,
    type: item.type,
    priority: item.priority,
    owner_ref: item.ownerRef,
    entity_ref: item.entityRef,
    due_at: item.dueAt,
    status: item.status,
    is_open: isOpen(item) ? 1 : 0,
    overdue_from: overdueFrom(item),
    completed_at: item.completedAt,
    resolution_note: item.resolutionNote,
    tracker_url: item.trackerUrl,
    success_criterion: item.successCriterion,
    verify_at: item.verifyAt,
    verdict: item.verification?.verdict ?? null,
    evidence: item.verification?.evidence ?? null,
    verified_by: item.verification?.verifiedBy ?? null,
    verified_at: item.verification?.verifiedAt ?? null,
    // Of those that are added later, the store knows better.
    opened_day: dayOf(createdAt),
    done_day:
      item.status === 'done' && completedAt !== null
        ? dayOf(completedAt)
        : null,
    verified_day:
      verification?.verdict === 'effective' && verification.verifiedAt !== null
        ? dayOf(verification.verifiedAt)
        : null,
  };
}

function audienceRows(
  { id, audience }: Lesson,
  entities: StoredContent['entities'],
) {
  const row = (kind: string, value: string) => ({
    lesson_id: id,
    kind,
    value,
  });
  return [
    ...(audience?.entityRefs ?? []).map(ref => row('entity', ref)),
    ...(audience?.tags ?? []).map(tag => row('tag', tag)),
    ...(audience?.allDependents
      ? entities.map(({ entityRef }) => row('dependents', entityRef))
      : []),
  ];
}

/**
 * Who may see a restricted postmortem: its author, its participants and its
 * responsible teams.
 */
export function viewersOf(
  author: string,
  teams: StoredContent['teams'],
  participants: StoredContent['participants'],
): string[] {
  return [
    ...new Set([
      author,
      ...teams,
      ...participants.map(({ entityRef }) => entityRef),
    ]),
  ];
}

/** Every table that is derived from the document. */
export const PROJECTIONS: Projection[] = [
  {
    table: 'postmortem_entities',
    rows: ({ entities, incident }) =>
      entities.map(({ entityRef, role }, position) => ({
        position,
        entity_ref: entityRef,
        role,
        started_at: incident.startedAt,
      })),
  },
  {
    table: 'postmortem_teams',
    rows: ({ teams }, { teamsFromCatalog }) =>
      teams.map((team, position) => ({
        position,
        team_ref: team,
        from_catalog: teamsFromCatalog ? 1 : 0,
      })),
  },
  {
    table: 'postmortem_participants',
    rows: ({ participants }) =>
      participants.map(({ entityRef, role }, position) => ({
        position,
        entity_ref: entityRef,
        role,
      })),
  },
  {
    table: 'postmortem_viewers',
    rows: ({ visibility, teams, participants }, { createdBy }) =>
      visibility === 'restricted'
        ? viewersOf(createdBy, teams, participants).map(principal => ({
            principal_ref: principal,
          }))
        : [],
  },
  {
    table: 'postmortem_tags',
    rows: ({ tags }) => tags.map((tag, position) => ({ position, tag })),
  },
  {
    table: 'postmortem_related',
    rows: ({ related }) =>
      related.map(({ postmortemId, relation }, position) => ({
        position,
        related_id: postmortemId,
        relation,
      })),
  },
  {
    table: 'postmortem_contributing_factors',
    rows: ({ rootCause }) =>
      rootCause.contributingFactors.map(
        ({ kind, category, description }, position) => ({
          position,
          kind,
          category,
          description,
        }),
      ),
  },
  {
    table: 'postmortem_lessons',
    rows: ({ lessons }) =>
      lessons.map(({ id, kind, text, audience }, position) => ({
        position,
        id,
        kind,
        text,
        audience: audience && JSON.stringify(audience),
      })),
  },
  {
    table: 'postmortem_lesson_audiences',
    rows: ({ lessons, entities }) =>
      lessons
        .flatMap(lesson => audienceRows(lesson, entities))
        .map((row, position) => ({ position, ...row })),
  },
  {
    table: 'postmortem_timeline',
    rows: ({ timeline }) =>
      timeline.map(({ id, at, kind, text, url }, position) => ({
        position,
        id,
        at,
        kind,
        text,
        url,
      })),
  },
  {
    table: 'postmortem_communications',
    rows: ({ communications }) =>
      communications.map(
        ({ id, audience, channel, sentAt, text, url }, position) => ({
          position,
          id,
          audience,
          channel,
          sent_at: sentAt,
          text,
          url,
        }),
      ),
  },
  {
    table: 'postmortem_action_items',
    rows: ({ actionItems }, { createdAt }) =>
      actionItems.map((item, position) =>
        actionItemRow(item, position, createdAt),
      ),
  },
  {
    table: 'postmortem_texts',
    rows: (content, _, number) => [
      { words: wordsOf([postmortemKey(number), ...textsOf(content)]) },
    ],
  },
  {
    table: 'postmortem_lesson_texts',
    rows: ({ lessons }) =>
      lessons.map(({ id, text }, position) => ({
        position,
        lesson_id: id,
        words: wordsOf([text]),
      })),
  },
];
