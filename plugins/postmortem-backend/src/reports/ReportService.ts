import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  DurationsReport,
  FollowThroughReport,
  PatternsReport,
  ReportQuery,
  Snapshot,
  SnapshotCreated,
  Trends,
  TrendsQuery,
} from 'backstage-plugin-postmortem-common';
import type { Reports } from 'backstage-plugin-postmortem-common/statistics';
import { randomUUID } from 'node:crypto';
import { MAX_PLACED_ENTITIES, type PlaceLookup } from '../catalog/PlaceLookup';
import type { IncidentStore } from '../database/reports/IncidentStore';
import type { ReportScope } from '../database/reports/reportScope';
import type { SnapshotStore } from '../database/reports/SnapshotStore';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import { authorOf } from '../service/author';
import type { DurationsBuilder } from './DurationsBuilder';
import type { FollowThroughBuilder } from './FollowThroughBuilder';
import type { PatternsBuilder } from './PatternsBuilder';
import type { ReportCache } from './ReportCache';
import { reportTime, type ReportTime } from './reportTime';
import type { ReportCall, ScopeResolver } from './ScopeResolver';
import type { TrendsBuilder } from './TrendsBuilder';

/** What a report is made of, once it is known who asks. */
interface Prepared {
  scope: ReportScope;
  time: ReportTime;
  credentials: BackstageCredentials;
}

/** What reports are made by. */
export interface ReportParts {
  guard: PostmortemGuard;
  scopes: ScopeResolver;
  incidents: IncidentStore;
  places: PlaceLookup;
  trends: TrendsBuilder;
  patterns: PatternsBuilder;
  durations: DurationsBuilder;
  followThrough: FollowThroughBuilder;
  snapshots: SnapshotStore;
  cache: ReportCache;
  clock: () => string;
}

/** What a report depends on; a search finds what nobody knows before. */
function keyOf(
  report: string,
  { scope, time, credentials }: Prepared,
  { groupBy }: Partial<TrendsQuery>,
): unknown[] | undefined {
  const { from, to, interval } = time;
  return scope.found
    ? undefined
    : [report, groupBy, scope, from, to, interval, credentials.principal];
}

/** Reports of what their caller may see. */
export class ReportService {
  readonly #parts: ReportParts;

  constructor(parts: ReportParts) {
    this.#parts = parts;
  }

  async trends(
    query: TrendsQuery,
    credentials: BackstageCredentials,
  ): Promise<Trends> {
    return this.#kept('trends', query, credentials, prepared =>
      this.#trends(query, prepared),
    );
  }

  async patterns(
    query: ReportQuery,
    credentials: BackstageCredentials,
  ): Promise<PatternsReport> {
    return this.#kept('patterns', query, credentials, ({ scope, time }) =>
      this.#parts.patterns.build(scope, time, credentials),
    );
  }

  async durations(
    query: ReportQuery,
    credentials: BackstageCredentials,
  ): Promise<DurationsReport> {
    return this.#kept('durations', query, credentials, ({ scope, time }) =>
      this.#parts.durations.build(scope, time),
    );
  }

  async followThrough(
    query: ReportQuery,
    credentials: BackstageCredentials,
  ): Promise<FollowThroughReport> {
    return this.#kept('followThrough', query, credentials, ({ scope, time }) =>
      this.#parts.followThrough.build(scope, time),
    );
  }

  /**
   * All reports of what everybody may see, for those who are told unasked: what
   * is restricted is in none of the figures.
   *
   * @param credentials - for the catalog
   */
  async forEverybody(
    query: TrendsQuery,
    credentials: BackstageCredentials,
  ): Promise<Reports> {
    const { scopes, clock } = this.#parts;
    const time = reportTime(query, clock());
    const scope = await scopes.resolve(query, {
      credentials,
      visible: { property: 'visibility', values: ['internal'] },
    });
    return this.#all(query, { scope, time, credentials });
  }

  /** Keeps the figures of all reports, as the caller sees them now. */
  async createSnapshot(
    query: TrendsQuery,
    credentials: BackstageCredentials,
  ): Promise<SnapshotCreated> {
    const { snapshots } = this.#parts;
    const prepared = await this.#prepare(query, credentials);
    const { scope, time } = prepared;
    const id = randomUUID();
    // First: what is written in between is then in figures of others at most.
    const numbers = await snapshots.numbersOf(scope);
    const snapshot: Snapshot = {
      id,
      createdBy: authorOf(credentials),
      createdAt: time.asOf,
      query: { ...query, from: time.from, to: time.to },
      ...(await this.#all(query, prepared)),
    };
    await snapshots.insert({ snapshot, numbers });
    return { id };
  }

  /**
   * The figures as they were kept, for those who may see every postmortem that
   * they are of: whoever may not would learn of it from them.
   *
   * @throws NotFoundError for all others as well.
   */
  async snapshot(
    id: string,
    credentials: BackstageCredentials,
  ): Promise<Snapshot> {
    const { guard, snapshots } = this.#parts;
    const { visible } = await guard.reading<ReportCall>({ credentials });
    const stored = await snapshots.find(id);
    if (!stored || !(await snapshots.seesAll(stored.numbers, visible))) {
      throw new NotFoundError(
        `There is no snapshot ${id}, or you may not see all that it tells of`,
      );
    }
    return stored.snapshot;
  }

  async #kept<T>(
    report: string,
    query: ReportQuery,
    credentials: BackstageCredentials,
    make: (prepared: Prepared) => Promise<T>,
  ): Promise<T> {
    const prepared = await this.#prepare(query, credentials);
    return this.#parts.cache.through(keyOf(report, prepared, query), () =>
      make(prepared),
    );
  }

  async #all(query: TrendsQuery, prepared: Prepared): Promise<Reports> {
    const { patterns, durations, followThrough } = this.#parts;
    const { scope, time, credentials } = prepared;
    return {
      trends: await this.#trends(query, prepared),
      patterns: await patterns.build(scope, time, credentials),
      durations: await durations.build(scope, time),
      followThrough: await followThrough.build(scope, time),
    };
  }

  async #prepare(
    query: ReportQuery,
    credentials: BackstageCredentials,
  ): Promise<Prepared> {
    const { guard, scopes, clock } = this.#parts;
    const time = reportTime(query, clock());
    const call = await guard.reading<ReportCall>({ credentials });
    return { time, credentials, scope: await scopes.resolve(query, call) };
  }

  async #trends(
    { groupBy }: TrendsQuery,
    { scope, time, credentials }: Prepared,
  ): Promise<Trends> {
    const { incidents, places, trends } = this.#parts;
    const { systems } =
      groupBy === 'system'
        ? await places.placesOf(
            await incidents.entityRefs(scope, time, MAX_PLACED_ENTITIES),
            credentials,
          )
        : { systems: [] };
    return trends.build(scope, time, groupBy, systems);
  }
}
