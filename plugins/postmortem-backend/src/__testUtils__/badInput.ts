import type { Knex } from 'knex';
import { isEqual } from 'lodash';
import type { Test } from 'supertest';
import { FULL_INPUT } from './documents';
import { rowCounts } from './rowCounts';
import { startPlugin, type Client, type RunningPlugin } from './startPlugin';

/** The id of nothing. */
export const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A text that breaks off inside a character, in quotes. */
export const HALF_A_CHARACTER = Buffer.from([0x22, 0xe2, 0x82, 0x22]);

/** A postmortem that is there, for requests that need one. */
export interface There {
  id: string;
  actionItemId: string;
}

export type Send = (client: Client, there: There) => Test;

/** What is sent, the status of the answer, and the fields that it names. */
export type BadInput = [
  what: string,
  send: Send,
  status: number,
  paths?: string[],
];

export const create =
  (document: object): Send =>
  client =>
    client.post('/postmortems', { title: 'x', ...document });

export const createRaw =
  (body: string | Buffer, type: string = 'application/json'): Send =>
  client =>
    client.send('post', '/postmortems', type, body);

export const patch =
  (change: unknown): Send =>
  (client, { id }) =>
    client.patch(`/postmortems/${id}`, 1, change);

export const patchItem =
  (change: unknown): Send =>
  (client, { actionItemId }) =>
    client.patch(`/action-items/${actionItemId}`, null, change);

export const get =
  (path: string): Send =>
  client =>
    client.get(path);

export const importing =
  (markdown: string | Buffer, query?: string): Send =>
  client =>
    client.importMarkdown(markdown, query);

/** The inputs as objects, for `it.each`. */
export function named(inputs: BadInput[]): Array<{
  what: string;
  send: Send;
  status: number;
  paths?: string[];
}> {
  return inputs.map(([what, send, status, paths]) => ({
    what,
    send,
    status,
    paths,
  }));
}

/** A running plugin in which there is one postmortem. */
export interface Running {
  knex: Knex;
  plugin: RunningPlugin;
  there: There;
}

export async function startWithOne(knex: Knex): Promise<Running> {
  const plugin = await startPlugin({ knex });
  const { body } = await plugin.as('author').post('/postmortems', FULL_INPUT);
  const there = { id: body.id, actionItemId: body.actionItems[0].id };
  return { knex, plugin, there };
}

/** What came of an input: the answer to it, and whether it stored anything. */
export async function outcomeOf(
  { knex, plugin, there }: Running,
  send: Send,
): Promise<{
  status: number;
  hasReason: boolean;
  paths?: string[];
  stored: boolean;
}> {
  const before = await rowCounts(knex);
  const { status, body } = await send(plugin.as('author'), there);
  return {
    status,
    hasReason: /\w{3}/.test(body.error.message),
    paths: body.error.issues?.map((issue: { path: string }) => issue.path),
    stored: !isEqual(await rowCounts(knex), before),
  };
}
