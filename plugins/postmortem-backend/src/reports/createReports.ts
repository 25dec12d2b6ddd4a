import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { PlaceLookup } from '../catalog/PlaceLookup';
import { DurationStore } from '../database/reports/DurationStore';
import { FlowStore } from '../database/reports/FlowStore';
import { IncidentStore } from '../database/reports/IncidentStore';
import { ItemStore } from '../database/reports/ItemStore';
import { OutcomeStore } from '../database/reports/OutcomeStore';
import { SnapshotStore } from '../database/reports/SnapshotStore';
import { StateReader } from '../database/StateReader';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import type { PostmortemParts } from '../service/createPostmortemService';
import { DurationsBuilder } from './DurationsBuilder';
import { FollowThroughBuilder } from './FollowThroughBuilder';
import { PatternsBuilder } from './PatternsBuilder';
import { ReportCache } from './ReportCache';
import { ReportService } from './ReportService';
import { ScopeResolver } from './ScopeResolver';
import { TrendsBuilder } from './TrendsBuilder';

/** Puts the reports together, over a database. */
export function createReports(options: {
  knex: Knex;
  catalog: CatalogService;
  /** Who asks the catalog what belongs to teams and systems. */
  lookups: Pick<PostmortemParts, 'catalog' | 'dependencies'>;
  guard: PostmortemGuard;
  severities: string[];
  clock: () => string;
}): ReportService {
  const { knex, lookups, severities } = options;
  const incidents = new IncidentStore(knex);
  const places = new PlaceLookup(options);
  return new ReportService({
    ...options,
    scopes: new ScopeResolver({ ...lookups, incidents }),
    incidents,
    places,
    trends: new TrendsBuilder({ incidents, severities }),
    patterns: new PatternsBuilder({
      incidents,
      flows: new FlowStore(knex),
      places,
    }),
    durations: new DurationsBuilder({ durations: new DurationStore(knex) }),
    followThrough: new FollowThroughBuilder({
      items: new ItemStore(knex),
      outcomes: new OutcomeStore(knex),
      severities,
    }),
    snapshots: new SnapshotStore(knex),
    cache: new ReportCache({ ...options, state: new StateReader(knex) }),
  });
}
