import {
  writtenParts,
  type ImportResult,
  type Part,
  type Postmortem,
  type PostmortemInput,
  type PostmortemStatus,
} from 'backstage-plugin-postmortem-common';
import { uniqBy } from 'lodash';
import type { StoredContent } from '../database/rows';
import { authorOf } from './author';
import type { ContentPreparer, PrepareOptions } from './ContentPreparer';
import { mendForStorage } from './mendForStorage';
import type { ImportRequest } from './PostmortemService';
import type { PostmortemWriter } from './PostmortemWriter';
import { stepTimes } from './transitions';

/** Reads and writes the markdown form of a postmortem. */
export interface MarkdownFormat {
  parse(
    markdown: string,
    options: { severities: string[] },
  ): {
    input: PostmortemInput;
    status: PostmortemStatus;
    parts: Part[];
    warnings: string[];
  };
  format(postmortem: Postmortem): string;
}

type Involved = NonNullable<PostmortemInput['entities']>;

/** The entities of the document, and those that the importer chose. */
function withEntities(stated: Involved, chosen: string[]): Involved {
  const first = uniqBy(stated, ({ entityRef }) => entityRef);
  const known = new Set(first.map(({ entityRef }) => entityRef));
  const role = first.length === 0 ? 'cause' : 'affected';
  return [
    ...first,
    ...[...new Set(chosen)]
      .filter(entityRef => !known.has(entityRef))
      .map(entityRef => ({ entityRef, role } as const)),
  ];
}

/** The document as one would send it: the server gives ids on storing it. */
function withoutServerFields(content: StoredContent): ImportResult['document'] {
  const withoutId = <T extends { id: string }>(rows: T[]) =>
    rows.map(({ id, ...row }) => row);
  return {
    ...content,
    lessons: withoutId(content.lessons),
    timeline: withoutId(content.timeline),
    communications: withoutId(content.communications),
    actionItems: withoutId(content.actionItems).map(
      ({ postmortemId, ...item }) => item,
    ),
  };
}

/** Imports the postmortems that teams already have. */
export class PostmortemImporter {
  readonly #markdown: MarkdownFormat;
  readonly #preparer: ContentPreparer;
  readonly #writer: PostmortemWriter;
  readonly #severities: string[];

  constructor(options: {
    markdown: MarkdownFormat;
    preparer: ContentPreparer;
    writer: PostmortemWriter;
    severities: string[];
  }) {
    this.#markdown = options.markdown;
    this.#preparer = options.preparer;
    this.#writer = options.writer;
    this.#severities = options.severities;
  }

  async import(
    { markdown, dryRun, entityRefs, teamRefs }: ImportRequest,
    options: PrepareOptions,
  ): Promise<ImportResult> {
    const parsed = this.#markdown.parse(markdown, {
      severities: this.#severities,
    });
    const { input } = parsed;
    const chosen = {
      ...input,
      entities: withEntities(input.entities ?? [], entityRefs),
      teams:
        teamRefs.length > 0
          ? [...new Set([...(input.teams ?? []), ...teamRefs])]
          : input.teams,
    };
    const { prepared, warnings } = await mendForStorage(chosen, each =>
      this.#preparer.prepare(each, { ...options, isImport: true }),
    );
    const { id, content, teamsFromCatalog } = prepared;
    const result = {
      document: withoutServerFields(content),
      status: parsed.status,
      parts: writtenParts(content),
      warnings: [...parsed.warnings, ...warnings],
    };
    if (dryRun) {
      return { ...result, postmortem: null };
    }
    const { now, credentials } = options;
    const postmortem = await this.#writer.create(
      id,
      content,
      {
        ...stepTimes({ publishedAt: null }, parsed.status, now),
        teamsFromCatalog,
      },
      { credentials, author: authorOf(credentials), now, action: 'imported' },
    );
    return { ...result, postmortem };
  }
}
