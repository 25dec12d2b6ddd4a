import type { PostmortemInput } from 'backstage-plugin-postmortem-common';
import { Random } from '../plugins/postmortem-backend/src/dev/Random';
import {
  action,
  failure,
  paragraph,
  title,
} from '../plugins/postmortem-backend/src/dev/sentences';
import type { Case } from './measure';
import type { Portal } from './portal';
import type { World } from './world';

const PATH = '/api/postmortem/postmortems';
const ACTION_ITEMS = 10;
const TIMELINE_ENTRIES = 30;

/** A document of the usual size, 10 action items and 30 timeline entries. */
function documentOf({ entityRefs, teamRefs, userRefs }: World): string {
  const random = new Random('writes');
  const input: PostmortemInput = {
    title: title(random),
    severity: 'SEV2',
    incident: {
      startedAt: '2026-08-12T08:00:00.000Z',
      detectedAt: '2026-08-12T08:05:00.000Z',
      resolvedAt: '2026-08-12T09:40:00.000Z',
    },
    entities: [{ entityRef: entityRefs[0], role: 'cause' }],
    teams: [teamRefs[0]],
    participants: userRefs
      .slice(0, 3)
      .map(entityRef => ({ entityRef, role: 'responder' })),
    summary: paragraph(random, 4),
    impact: { description: paragraph(random, 4) },
    detection: { method: 'monitoring', description: paragraph(random) },
    response: { description: paragraph(random, 4) },
    resolution: { description: paragraph(random) },
    rootCause: {
      technical: paragraph(random, 4),
      process: paragraph(random),
    },
    lessons: Array.from({ length: 4 }, () => ({
      kind: 'to_improve',
      text: paragraph(random, 1),
    })),
    timeline: Array.from({ length: TIMELINE_ENTRIES }, (_, minute) => ({
      at: `2026-08-12T08:${String(minute).padStart(2, '0')}:00.000Z`,
      kind: 'event',
      text: `It was seen that ${failure(random)}.`,
    })),
    actionItems: Array.from({ length: ACTION_ITEMS }, () => ({
      title: action(random),
      description: paragraph(random, 1),
      type: 'prevent',
      ownerRef: teamRefs[0],
      dueAt: '2026-10-01',
    })),
  };
  return JSON.stringify(input);
}

/** What writes are compared with, and the writes. */
export interface Writes {
  /** One insert of the same bytes, in a transaction of its own. */
  floor: Case;
  cases: Case[];
}

/** The writes that people make most. */
export async function writesOf(portal: Portal, world: World): Promise<Writes> {
  const body = documentOf(world);
  const create = {
    method: 'POST',
    path: () => PATH,
    body: () => body,
    contentType: 'application/json',
  } as const;
  const { id } = JSON.parse(await portal.send(create, 0));
  return {
    floor: {
      ...create,
      name: 'bare insert',
      path: () => '/api/floor/insert',
    },
    cases: [
      { ...create, name: 'create' },
      {
        name: 'patch of one field',
        method: 'PATCH',
        path: () => `${PATH}/${id}`,
        body: round => JSON.stringify({ summary: `In round ${round}` }),
        contentType: 'application/merge-patch+json',
      },
    ],
  };
}
