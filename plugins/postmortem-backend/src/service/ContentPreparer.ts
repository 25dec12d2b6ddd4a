import type { PostmortemContent } from 'backstage-plugin-postmortem-common';
import type { FieldIssue } from 'backstage-plugin-postmortem-common';
import { isEqual } from 'lodash';
import { randomUUID } from 'node:crypto';
import type { CatalogLookup } from '../catalog/CatalogLookup';
import type { PostmortemStore } from '../database/PostmortemStore';
import type { StoredContent, StoredPostmortem } from '../database/rows';
import { FieldError } from '../errors';
import { completeContent } from './completeContent';
import { parseContent, ROW_LISTS } from './parseContent';
import type { CallOptions } from './PostmortemService';

/** How a document is prepared. */
export interface PrepareOptions extends CallOptions {
  now: string;
  /** The postmortem that is changed; none when one is created. */
  before?: StoredPostmortem;
  isImport?: boolean;
}

/** What can be stored. */
export interface PreparedContent {
  id: string;
  content: StoredContent;
  /** Whether nobody named the teams, and the catalog was asked for them. */
  teamsFromCatalog: boolean;
}

/**
 * Makes of what somebody wrote what can be stored: checked by itself, against
 * what else is stored, and with everything that is left to the server.
 */
export class ContentPreparer {
  readonly #postmortems: PostmortemStore;
  readonly #catalog: CatalogLookup;
  readonly #severities: string[];

  constructor(options: {
    postmortems: PostmortemStore;
    catalog: CatalogLookup;
    severities: string[];
  }) {
    this.#postmortems = options.postmortems;
    this.#catalog = options.catalog;
    this.#severities = options.severities;
  }

  /** @throws FieldError that names each wrong field. */
  async prepare(
    input: unknown,
    options: PrepareOptions,
  ): Promise<PreparedContent> {
    const { before, now, isImport, credentials } = options;
    const parsed = parseContent(input, {
      severities: this.#severities,
      before: before && { id: before.kept.id, content: before.content },
    });
    const issues = [
      ...(await this.#unknownRelated(parsed, options)),
      ...(await this.#takenRowIds(parsed, before)),
    ];
    if (issues.length > 0) {
      throw new FieldError(issues);
    }
    const id = before?.kept.id ?? randomUUID();
    const teams =
      parsed.teams ??
      (await this.#catalog.owningGroups(
        parsed.entities
          .filter(({ role }) => role === 'cause')
          .map(({ entityRef }) => entityRef),
        credentials,
      ));
    const isAsBefore =
      before !== undefined && isEqual(parsed.teams, before.content.teams);
    return {
      id,
      teamsFromCatalog: isAsBefore
        ? before.kept.teamsFromCatalog
        : parsed.teams === undefined,
      content: completeContent(parsed, {
        postmortemId: id,
        teams,
        now,
        before: before?.content,
        isImport,
      }),
    };
  }

  /** Relations to postmortems that there are not, as far as the caller knows. */
  async #unknownRelated(
    { related }: PostmortemContent,
    { before, visible }: PrepareOptions,
  ): Promise<FieldIssue[]> {
    // Relations that are there already may lead to what this caller cannot see.
    const kept = new Set(before?.content.related.map(r => r.postmortemId));
    const fresh = related
      .map((relation, index) => ({
        id: relation.postmortemId.toLocaleLowerCase('en-US'),
        index,
      }))
      .filter(({ id }) => !kept.has(id));
    if (fresh.length === 0) {
      return [];
    }
    const known = await this.#postmortems.visibleIds(
      fresh.map(({ id }) => id),
      visible,
    );
    return fresh
      .filter(({ id }) => !known.has(id))
      .map(({ index }) => ({
        path: `related.${index}.postmortemId`,
        message: 'is the id of no postmortem that you may see',
      }));
  }

  async #takenRowIds(
    content: PostmortemContent,
    before: StoredPostmortem | undefined,
  ): Promise<FieldIssue[]> {
    const issues: FieldIssue[] = [];
    for (const list of ROW_LISTS) {
      const kept = new Set(before?.content[list].map(row => row.id));
      const fresh = content[list]
        .map(({ id }, index) => ({ id: id?.toLocaleLowerCase('en-US'), index }))
        .filter(
          (row): row is { id: string; index: number } =>
            row.id !== undefined && !kept.has(row.id),
        );
      const taken = await this.#postmortems.takenIds(
        list,
        fresh.map(({ id }) => id),
        before?.number ?? null,
      );
      issues.push(
        ...fresh
          .filter(({ id }) => taken.has(id))
          .map(({ index }) => ({
            path: `${list}.${index}.id`,
            message:
              'is the id of a row of another postmortem; leave it out for a new row',
          })),
      );
    }
    return issues;
  }
}
