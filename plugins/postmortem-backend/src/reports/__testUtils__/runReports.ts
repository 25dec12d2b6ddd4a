import type { Postmortem } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { startPlugin, type Client } from '../../__testUtils__/startPlugin';
import {
  DOCUMENT_COLUMNS,
  readDocumentRow,
  toPostmortem,
} from '../../database/rows';
import { CATALOG } from './reportWorld';

/** Whom what is restricted is hidden from, and who sees a team's. */
export const CALLERS: Record<string, (postmortem: Postmortem) => boolean> = {
  outsider: ({ visibility }) => visibility === 'internal',
  author: ({ visibility, teams }) =>
    visibility === 'internal' || teams.includes('group:default/payments'),
};

/** The plugin over a database, asked for reports. */
export interface RunningReports {
  as(who: string): Client;
  /** The answer of a report. */
  ask<T>(who: string, report: string, query: object): Promise<T>;
  /** All that is stored, and not deleted, of what somebody may see. */
  seenBy(who: string): Postmortem[];
}

function search(query: object): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    [value].flat().forEach(each => params.append(name, each));
  }
  return params.toString();
}

/** Starts the plugin over what is stored. */
export async function runReports(knex: Knex): Promise<RunningReports> {
  await knex.raw('analyze');
  const rows = await knex('postmortems as p')
    .whereNull('p.deleted_at')
    .select(...DOCUMENT_COLUMNS);
  const all = rows.map(row => toPostmortem(readDocumentRow(row)));
  const { as } = await startPlugin({ knex, entities: CATALOG });
  return {
    as,
    async ask(who, report, query) {
      const answer = await as(who).get(`/reports/${report}?${search(query)}`);
      expect([answer.status, answer.body.error]).toEqual([200, undefined]);
      return answer.body;
    },
    seenBy: who => all.filter(CALLERS[who]),
  };
}

/** A group of an answer, as the independent computation names it. */
export function groupName({
  kind,
  key,
}: {
  kind?: string | null;
  key: string | null;
}): string {
  return JSON.stringify([kind ?? null, key]);
}
