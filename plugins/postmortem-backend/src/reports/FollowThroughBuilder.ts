import {
  actionItemTypeSchema,
  ageGroupSchema,
  earlierStateSchema,
  type FollowThroughReport,
} from 'backstage-plugin-postmortem-common';
import { range } from 'lodash';
import { dayOf } from '../database/days';
import type {
  CountedItems,
  ItemsByDays,
  ItemStore,
  ItemTime,
} from '../database/reports/ItemStore';
import type { OutcomeStore } from '../database/reports/OutcomeStore';
import type { ReportScope } from '../database/reports/reportScope';
import { debtOf, MAX_PUBLICATION_DAYS } from './debt';
import { shareOf, withinDays } from './figures';
import { headerOf, type ReportTime } from './reportTime';

/** Within how many days the share of done items is told. */
const COHORT_DAYS = [30, 60, 90];
const MAX_DAYS = 90;

/** Where the age groups begin, in the order of their names. */
const AGES = [0, 30, 90, 180, 365];

/** What becomes of action items, fixes and postmortems. */
export class FollowThroughBuilder {
  readonly #items: ItemStore;
  readonly #outcomes: OutcomeStore;
  readonly #severities: string[];

  constructor(options: {
    items: ItemStore;
    outcomes: OutcomeStore;
    severities: string[];
  }) {
    this.#items = options.items;
    this.#outcomes = options.outcomes;
    this.#severities = options.severities;
  }

  async build(
    scope: ReportScope,
    time: ReportTime,
  ): Promise<FollowThroughReport> {
    const [items, repeats, written] = await Promise.all([
      this.#items.count(scope, itemTime(time), MAX_DAYS, AGES),
      this.#outcomes.repeats(scope, time),
      this.#outcomes.written(scope, time, {
        asOf: time.asOf,
        maxDays: MAX_PUBLICATION_DAYS,
      }),
    ]);
    const states = earlierStateSchema.options.map(state => ({
      state,
      n: repeats.get(state) ?? 0,
    }));
    return {
      ...headerOf(
        time,
        written.bySeverity.reduce((sum, { n }) => sum + n, 0),
      ),
      periods: time.periods.map((period, index) => ({
        ...period,
        opened: items.opened.get(index + 1) ?? 0,
        done: items.done.get(index + 1) ?? 0,
        verified: items.verified.get(index + 1) ?? 0,
      })),
      open: openOf(items),
      types: typesOf(items, time.periods.length),
      done: doneOf(items.byDays, time),
      repeats: { n: states.reduce((sum, { n }) => sum + n, 0), states },
      effectiveness: effectivenessOf(items),
      debt: debtOf(written, this.#severities),
    };
  }
}

/** Of days that the report has a part of, items count that were of the day. */
function itemTime({ from, to, asOf, periods }: ReportTime): ItemTime {
  return {
    from,
    to,
    asOf,
    today: dayOf(asOf),
    days: [
      ...periods.map(({ start }) => dayOf(start)),
      // The first day of which the report has no part.
      dayOf(new Date(Date.parse(to) - 1).toISOString()) + 1,
    ],
  };
}

function openOf({ open }: CountedItems): FollowThroughReport['open'] {
  const sum = (name: 'n' | 'overdue') =>
    open.reduce((total, group) => total + group[name], 0);
  return {
    n: sum('n'),
    overdue: sum('overdue'),
    ages: ageGroupSchema.options.map((age, index) => ({
      age,
      n: open.find(group => group.age === index)?.n ?? 0,
    })),
  };
}

function typesOf(
  { types }: CountedItems,
  periods: number,
): FollowThroughReport['types'] {
  const total = types.reduce((sum, { n }) => sum + n, 0);
  return actionItemTypeSchema.options.map(type => {
    const counts = range(1, periods + 1).map(
      period =>
        types.find(each => each.type === type && each.period === period)?.n ??
        0,
    );
    const n = counts.reduce((sum, count) => sum + count, 0);
    return { type, share: shareOf(n, total), periods: counts };
  });
}

function cohortOf(items: ItemsByDays[], days: number[]) {
  const known = items.filter(({ ended }) => ended !== 'unknown');
  const count = (of: ItemsByDays[]) => of.reduce((sum, { n }) => sum + n, 0);
  return {
    n: count(items),
    unknown: count(items) - count(known),
    within: withinDays(
      known.map(item => ({
        time: item.days,
        events: item.ended === 'done' ? item.n : 0,
        censored: item.ended === 'done' ? 0 : item.n,
      })),
      days,
    ),
  };
}

function doneOf(
  items: ItemsByDays[],
  { periods }: ReportTime,
): FollowThroughReport['done'] {
  const { within: curve, ...all } = cohortOf(items, range(MAX_DAYS + 1));
  return {
    ...all,
    curve,
    cohorts: periods.map(({ key }, index) => ({
      key,
      ...cohortOf(
        items.filter(({ period }) => period === index + 1),
        COHORT_DAYS,
      ),
    })),
  };
}

function effectivenessOf({
  effects,
}: CountedItems): FollowThroughReport['effectiveness'] {
  return actionItemTypeSchema.options.map(type => {
    const its = effects.filter(effect => effect.type === type);
    const count = (verdict: string) =>
      its.find(effect => effect.verdict === verdict)?.n ?? 0;
    const done = its.reduce((sum, { n }) => sum + n, 0);
    const effective = count('effective');
    const partial = count('partial');
    const ineffective = count('ineffective');
    const cannotTell = count('cannot_tell');
    const told = effective + partial + ineffective;
    return {
      type,
      done,
      effective,
      partial,
      ineffective,
      cannotTell,
      pending: done - told - cannotTell,
      share: shareOf(effective, told),
    };
  });
}
