import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Approvals } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { CatalogLookup } from '../catalog/CatalogLookup';
import type { PostmortemConfig } from '../config';
import { ActionItemList } from '../database/ActionItemList';
import { LessonList } from '../database/LessonList';
import { OverviewStore } from '../database/OverviewStore';
import { PostmortemList } from '../database/PostmortemList';
import { PostmortemStore } from '../database/PostmortemStore';
import { RevisionStore } from '../database/RevisionStore';
import type { StoredPostmortem } from '../database/rows';
import { ContentPreparer } from './ContentPreparer';
import { DefaultPostmortemService } from './DefaultPostmortemService';
import { OverviewBuilder } from './OverviewBuilder';
import { PostmortemImporter, type MarkdownFormat } from './PostmortemImporter';
import type { PostmortemService } from './PostmortemService';
import { PostmortemWriter, type WrittenListener } from './PostmortemWriter';

/** Puts the service together, without permissions, over a database. */
export function createPostmortemService(options: {
  knex: Knex;
  catalog: CatalogService;
  logger: LoggerService;
  config: PostmortemConfig;
  markdown: MarkdownFormat;
  clock: () => string;
  /** Is told of each write after it is stored. */
  onWritten: WrittenListener;
  /** How far the reviewers are. */
  approvals(postmortem: StoredPostmortem): Promise<Approvals>;
}): { service: PostmortemService; postmortems: PostmortemStore } {
  const { knex, logger, markdown, clock, onWritten, approvals } = options;
  const { severities } = options.config;
  const catalog = new CatalogLookup({ catalog: options.catalog, logger });
  const postmortems = new PostmortemStore(knex);
  const revisions = new RevisionStore(knex);
  const lists = {
    postmortems: new PostmortemList(knex, severities),
    actionItems: new ActionItemList(knex),
    lessons: new LessonList(knex),
  };
  const writer = new PostmortemWriter({ postmortems, revisions, onWritten });
  const preparer = new ContentPreparer({ postmortems, catalog, severities });
  const service = new DefaultPostmortemService({
    postmortems,
    revisions,
    lists,
    writer,
    preparer,
    catalog,
    settings: options.config,
    approvals,
    clock,
    overviews: new OverviewBuilder({
      ...lists,
      stats: new OverviewStore(knex),
      severities,
    }),
    importer: new PostmortemImporter({
      markdown,
      preparer,
      writer,
      severities,
    }),
  });
  return { service, postmortems };
}
