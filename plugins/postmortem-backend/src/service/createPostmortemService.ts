import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Approvals } from 'backstage-plugin-postmortem-common';
import type { Knex } from 'knex';
import { CatalogLookup } from '../catalog/CatalogLookup';
import { DependencyLookup } from '../catalog/DependencyLookup';
import { OwnershipLookup } from '../catalog/OwnershipLookup';
import { ReachResolver } from '../lessons/ReachResolver';
import { OverviewBuilder } from '../overview/OverviewBuilder';
import { PersonalDutiesBuilder } from '../overview/PersonalDutiesBuilder';
import { TeamDutiesBuilder } from '../overview/TeamDutiesBuilder';
import type { PostmortemConfig } from '../config';
import { ActionItemList } from '../database/ActionItemList';
import { LessonList } from '../database/LessonList';
import { OverviewStore } from '../database/OverviewStore';
import { PostmortemList } from '../database/PostmortemList';
import { PostmortemStore } from '../database/PostmortemStore';
import { StateReader } from '../database/StateReader';
import { RevisionStore } from '../database/RevisionStore';
import type { StoredPostmortem } from '../database/rows';
import type { Notifier } from '../notifications/Notifier';
import { OwnershipGapList } from '../ownership/OwnershipGapList';
import { ProposalPlanner } from '../ownership/ProposalPlanner';
import { ProposalStore } from '../ownership/ProposalStore';
import { PostmortemChanger } from './PostmortemChanger';
import { ContentPreparer } from './ContentPreparer';
import { DefaultPostmortemService } from './DefaultPostmortemService';
import {
  PostmortemViews,
  type PostmortemViewsOptions,
} from './PostmortemViews';
import { PostmortemImporter, type MarkdownFormat } from './PostmortemImporter';
import type { PostmortemService } from './PostmortemService';
import { PostmortemWriter, type WrittenListener } from './PostmortemWriter';

/** The service, and what other parts of the backend build on. */
export interface PostmortemParts {
  service: PostmortemService;
  postmortems: PostmortemStore;
  changer: PostmortemChanger;
  proposals: ProposalStore;
  catalog: CatalogLookup;
  ownership: OwnershipLookup;
  dependencies: DependencyLookup;
}

function createViews(
  options: Omit<PostmortemViewsOptions, 'overviews' | 'reach'> & {
    knex: Knex;
    severities: string[];
  },
): PostmortemViews {
  const stats = new OverviewStore(options.knex);
  const parts = { ...options.lists, stats };
  return new PostmortemViews({
    ...options,
    reach: new ReachResolver(options.dependencies),
    overviews: new OverviewBuilder({
      ...parts,
      teams: new TeamDutiesBuilder(parts),
      people: new PersonalDutiesBuilder(parts),
      state: new StateReader(options.knex),
      severities: options.severities,
    }),
  });
}

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
  notifier: Notifier;
}): PostmortemParts {
  const { knex, logger, markdown, clock, onWritten, approvals } = options;
  const { severities } = options.config;
  const catalog = new CatalogLookup({ catalog: options.catalog, logger });
  const postmortems = new PostmortemStore(knex);
  const revisions = new RevisionStore(knex);
  const lists = {
    postmortems: new PostmortemList(knex, severities),
    actionItems: new ActionItemList(knex),
    lessons: new LessonList(knex, severities),
  };
  const ownershipGaps = new OwnershipGapList(knex, lists);
  const dependencies = new DependencyLookup(options);
  const views = createViews({
    knex,
    catalog,
    dependencies,
    lists: { ...lists, ownershipGaps },
    severities,
    clock,
  });
  const proposals = new ProposalStore(knex);
  const ownership = new OwnershipLookup({ catalog });
  const planner = new ProposalPlanner({ ...options, proposals, ownership });
  const writer = new PostmortemWriter({
    postmortems,
    revisions,
    onWritten,
    plan: (...write) => planner.plan(...write),
  });
  const changer = new PostmortemChanger({ postmortems, writer, clock });
  const preparer = new ContentPreparer({ postmortems, catalog, severities });
  const service = new DefaultPostmortemService({
    postmortems,
    revisions,
    views,
    writer,
    changer,
    preparer,
    settings: { severities, workflow: options.config.workflow },
    approvals,
    clock,
    importer: new PostmortemImporter({
      markdown,
      preparer,
      writer,
      severities,
    }),
  });
  return {
    service,
    postmortems,
    changer,
    proposals,
    catalog,
    ownership,
    dependencies,
  };
}
