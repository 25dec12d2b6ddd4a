import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ReportQuery } from 'backstage-plugin-postmortem-common';
import type { CatalogLookup } from '../catalog/CatalogLookup';
import type { DependencyLookup } from '../catalog/DependencyLookup';
import type { IncidentStore } from '../database/reports/IncidentStore';
import type { ReportScope } from '../database/reports/reportScope';
import type { PostmortemFilter } from '../permissions/filter';

/** On whose behalf a report is made, and what it may be of. */
export interface ReportCall {
  credentials: BackstageCredentials;
  visible?: PostmortemFilter;
}

/** Finds out from the catalog which postmortems the filters of a report mean. */
export class ScopeResolver {
  readonly #catalog: CatalogLookup;
  readonly #dependencies: DependencyLookup;
  readonly #incidents: IncidentStore;

  constructor(options: {
    catalog: CatalogLookup;
    dependencies: DependencyLookup;
    incidents: IncidentStore;
  }) {
    this.#catalog = options.catalog;
    this.#dependencies = options.dependencies;
    this.#incidents = options.incidents;
  }

  /** @throws ServiceUnavailableError when the catalog does not answer. */
  async resolve(
    query: Omit<ReportQuery, 'from' | 'to' | 'interval'>,
    { credentials, visible }: ReportCall,
  ): Promise<ReportScope> {
    const { entityRef, systemRef, domainRef, teamRef } = query;
    const filters = [entityRef, systemRef, domainRef].filter(
      refs => refs !== undefined,
    );
    const [involving, team, found] = await Promise.all([
      Promise.all(
        filters.map(refs => this.#dependencies.withParts(refs, credentials)),
      ),
      teamRef && this.#catalog.teamScope(teamRef, credentials),
      query.q === undefined ? undefined : this.#incidents.find(query.q),
    ]);
    return {
      visible,
      involving,
      team,
      found,
      status: query.status,
      severity: query.severity,
      tag: query.tag,
    };
  }
}
