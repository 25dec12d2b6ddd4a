import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  detectionMethodSchema,
  type CoveredSum,
  type FactorKind,
  type PatternsReport,
} from 'backstage-plugin-postmortem-common';
import { orderBy } from 'lodash';
import { MAX_PLACED_ENTITIES, type PlaceLookup } from '../catalog/PlaceLookup';
import type { FlowStore } from '../database/reports/FlowStore';
import type {
  CountedGroup,
  CountedGroups,
} from '../database/reports/incidentGroups';
import type {
  CountedIncidents,
  IncidentStore,
  KnownSum,
} from '../database/reports/IncidentStore';
import type { ReportScope } from '../database/reports/reportScope';
import { comparisonWithBefore, limitsOf, shareOf } from './figures';
import { daysPassed, headerOf, type ReportTime } from './reportTime';
import { countedTime } from './TrendsBuilder';

/** How many services, teams and categories are told. */
const MAX_SERVICES = 30;
const MAX_TEAMS = 30;
const MAX_CATEGORIES = 20;

/** Of how many teams the rates are compared. */
const MAX_COMPARED_TEAMS = 1_000;

const DAYS_PER_YEAR = 365.25;
const MONTHS_PER_YEAR = 12;

/** Where it hurts, what sets it off, how it is found out and what it costs. */
export class PatternsBuilder {
  readonly #incidents: IncidentStore;
  readonly #flows: FlowStore;
  readonly #places: PlaceLookup;

  constructor(options: {
    incidents: IncidentStore;
    flows: FlowStore;
    places: PlaceLookup;
  }) {
    this.#incidents = options.incidents;
    this.#flows = options.flows;
    this.#places = options.places;
  }

  async build(
    scope: ReportScope,
    time: ReportTime,
    credentials: BackstageCredentials,
  ): Promise<PatternsReport> {
    const [counted, flows, components] = await Promise.all([
      this.#incidents.count(scope, countedTime(time), [
        { by: 'entity', top: MAX_SERVICES + 1 },
        { by: 'team', top: MAX_COMPARED_TEAMS },
        { by: 'trigger', top: MAX_CATEGORIES },
        { by: 'factor', top: MAX_CATEGORIES },
        { by: 'detection', top: detectionMethodSchema.options.length + 1 },
      ]),
      this.#flowsOf(scope, time, credentials),
      this.#places.componentsByTeam(credentials),
    ]);
    const [services, teams, triggers, factors, detection] = counted.groupings;
    return {
      ...headerOf(time, counted.n),
      periods: time.periods,
      services: servicesOf(services),
      teams: teamsOf(teams, components, time),
      triggers: {
        items: triggers.groups.map(group => categoryOf(group, counted.n, time)),
        omitted: triggers.total - triggers.groups.length,
      },
      factors: {
        items: factors.groups.map(group => ({
          ...categoryOf(group, counted.n, time),
          kind: group.kind as FactorKind | null,
        })),
        omitted: factors.total - factors.groups.length,
      },
      detection: detectionOf(detection, time),
      impact: impactOf(counted),
      flows,
    };
  }

  async #flowsOf(
    scope: ReportScope,
    time: ReportTime,
    credentials: BackstageCredentials,
  ): Promise<PatternsReport['flows']> {
    const entityRefs = await this.#incidents.entityRefs(
      scope,
      time,
      MAX_PLACED_ENTITIES,
    );
    return this.#flows.flows(
      scope,
      time,
      await this.#places.placesOf(entityRefs, credentials),
    );
  }
}

const countsOf = ({ periods }: CountedGroup) => periods.map(({ n }) => n);

function servicesOf({
  groups,
  named,
}: CountedGroups): PatternsReport['services'] {
  const services = groups.filter(({ key }) => key !== null);
  return {
    items: services.slice(0, MAX_SERVICES).map(group => ({
      entityRef: group.key!,
      n: group.n,
      asCause: group.causes,
      limits: limitsOf(group.n),
      periods: countsOf(group),
    })),
    total: named,
  };
}

function teamsOf(
  { groups, named }: CountedGroups,
  components: Map<string, number>,
  time: ReportTime,
): PatternsReport['teams'] {
  const years = daysPassed(time, time.asOf) / DAYS_PER_YEAR;
  const withTeam = groups.filter(({ key }) => key !== null);
  const teams = withTeam.map(({ key, n }) => {
    const owned = components.get(key!) ?? 0;
    const exposure = owned * years;
    const { lower, upper } = limitsOf(n);
    return {
      teamRef: key!,
      n,
      components: owned,
      months: years * MONTHS_PER_YEAR,
      rate: exposure > 0 ? n / exposure : null,
      limits:
        exposure > 0
          ? { lower: lower / exposure, upper: upper / exposure }
          : null,
    };
  });
  return {
    items: orderBy(
      teams,
      [({ limits }) => limits?.lower ?? -1, 'teamRef'],
      ['desc', 'asc'],
    ).slice(0, MAX_TEAMS),
    total: named,
  };
}

function categoryOf(group: CountedGroup, incidents: number, time: ReportTime) {
  return {
    key: group.key,
    n: group.n,
    share: shareOf(group.n, incidents),
    comparison: comparisonWithBefore(group.n, group.previous, time),
    periods: countsOf(group),
  };
}

function detectionOf(
  { groups }: CountedGroups,
  time: ReportTime,
): PatternsReport['detection'] {
  const none = { n: 0, periods: time.periods.map(() => 0) };
  const found = (key: string | null) => {
    const group = groups.find(each => each.key === key);
    return group ? { n: group.n, periods: countsOf(group) } : none;
  };
  const methods = detectionMethodSchema.options.map(method => ({
    method,
    ...found(method),
  }));
  const known = methods.reduce((sum, { n }) => sum + n, 0);
  const missing = found(null);
  return {
    methods: methods.map(each => ({ ...each, share: shareOf(each.n, known) })),
    missing: missing.n,
    missingByPeriod: missing.periods,
  };
}

function impactOf(counted: CountedIncidents): PatternsReport['impact'] {
  return {
    users: coveredOf(counted.users, counted),
    money: counted.money.map(({ currency, periods }) => ({
      currency,
      ...coveredOf(periods, counted),
    })),
  };
}

function coveredOf(
  sums: KnownSum[],
  { n, periods }: CountedIncidents,
): CoveredSum & { periods: CoveredSum[] } {
  return {
    sum: sums.reduce((total, { sum }) => total + sum, 0),
    known: sums.reduce((total, { known }) => total + known, 0),
    of: n,
    periods: sums.map((each, index) => ({ ...each, of: periods[index].n })),
  };
}
