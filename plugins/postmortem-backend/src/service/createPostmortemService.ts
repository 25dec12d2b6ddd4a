import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { CatalogLookup } from '../catalog/CatalogLookup';
import type { PostmortemConfig } from '../config';
import { ActionItemList } from '../database/ActionItemList';
import { LessonList } from '../database/LessonList';
import { OverviewStore } from '../database/OverviewStore';
import { PostmortemList } from '../database/PostmortemList';
import { PostmortemStore } from '../database/PostmortemStore';
import { RevisionStore } from '../database/RevisionStore';
import { ContentPreparer } from './ContentPreparer';
import { DefaultPostmortemService } from './DefaultPostmortemService';
import { OverviewBuilder } from './OverviewBuilder';
import { PostmortemImporter, type MarkdownFormat } from './PostmortemImporter';
import type { PostmortemService } from './PostmortemService';
import { PostmortemWriter } from './PostmortemWriter';

/** Puts the service together, without permissions, over a database. */
export function createPostmortemService(options: {
  knex: Knex;
  catalog: CatalogService;
  logger: LoggerService;
  config: PostmortemConfig;
  markdown: MarkdownFormat;
  clock?: () => string;
}): { service: PostmortemService; postmortems: PostmortemStore } {
  const { knex, logger, markdown } = options;
  const { severities } = options.config;
  const clock = options.clock ?? (() => DateTime.utc().toISO());
  const catalog = new CatalogLookup({ catalog: options.catalog, logger });
  const postmortems = new PostmortemStore(knex);
  const revisions = new RevisionStore(knex);
  const lists = {
    postmortems: new PostmortemList(knex, severities),
    actionItems: new ActionItemList(knex),
    lessons: new LessonList(knex),
  };
  const writer = new PostmortemWriter({ postmortems, revisions });
  const preparer = new ContentPreparer({ postmortems, catalog, severities });
  const service = new DefaultPostmortemService({
    postmortems,
    revisions,
    lists,
    writer,
    preparer,
    catalog,
    settings: options.config,
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
