import type {
  ActionItem,
  EarlierState,
  Postmortem,
  ReportPeriod,
} from 'backstage-plugin-postmortem-common';
import {
  kaplanMeier,
  wilsonLimits,
} from 'backstage-plugin-postmortem-common/statistics';
import { begunIn, isRepeat } from './expectedIncidents';
import type { ExpectedTime } from './expectedReports';

const TYPES = ['investigate', 'mitigate', 'repair', 'detect', 'prevent'];
const DAY_MS = 24 * 60 * 60 * 1_000;

const day = (at: string) => Math.floor(Date.parse(at) / DAY_MS);

const share = (n: number, of: number) => ({
  n,
  of,
  share: of === 0 ? null : n / of,
  limits: wilsonLimits(n, of) ?? null,
});

/** An item with what is known of when things happened to it. */
interface Known {
  item: ActionItem;
  opened: number;
  done: number | null;
  verified: number | null;
}

function known({ actionItems, createdAt }: Postmortem): Known[] {
  return actionItems.map(item => ({
    item,
    opened: day(createdAt),
    done:
      item.status === 'done' && item.completedAt ? day(item.completedAt) : null,
    verified:
      item.verification?.verdict === 'effective' && item.verification.verifiedAt
        ? day(item.verification.verifiedAt)
        : null,
  }));
}

const isOpen = ({ item }: Known) =>
  item.status === 'open' || item.status === 'in_progress';

/** Due dates that are days last until the end of the day. */
function isOverdue({ item }: Known, asOf: string): boolean {
  if (!item.dueAt) {
    return false;
  }
  const lasts = item.dueAt.endsWith('T00:00:00.000Z') ? DAY_MS : 0;
  return Date.parse(item.dueAt) + lasts <= Date.parse(asOf);
}

/** Each item by itself, without counting alike ones together. */
function cohort(items: Known[], today: number, days: number[]) {
  const told = items.filter(
    ({ item, done, opened }) =>
      item.status !== 'done' || (done !== null && done >= opened),
  );
  const byTime = new Map<
    number,
    { time: number; events: number; censored: number }
  >();
  for (const { item, done, opened } of told) {
    const isDone = item.status === 'done';
    const time = (isDone ? done! : today) - opened;
    const at = byTime.get(time) ?? { time, events: 0, censored: 0 };
    at[isDone ? 'events' : 'censored'] += 1;
    byTime.set(time, at);
  }
  return {
    n: items.length,
    unknown: items.length - told.length,
    within: kaplanMeier([...byTime.values()], days).map(estimate => ({
      days: estimate.time,
      share: estimate.share ?? null,
      limits: estimate.limits ?? null,
      atRisk: estimate.atRisk,
    })),
  };
}

function stateOf(
  repeat: Postmortem,
  earlier: Postmortem | undefined,
): EarlierState {
  if (!earlier) {
    return 'unknown';
  }
  const then = day(repeat.incident.startedAt!);
  const items = known(earlier).filter(({ opened }) => opened <= then);
  const isOpenThen = (each: Known) =>
    isOpen(each) || (each.done !== null && each.done > then);
  if (items.length === 0) {
    return 'without';
  }
  if (items.some(isOpenThen)) {
    return 'open';
  }
  if (items.some(({ item }) => item.status === 'wont_do')) {
    return 'given_up';
  }
  return items.every(({ verified }) => verified !== null && verified <= then)
    ? 'verified'
    : 'done';
}

const STATES: EarlierState[] = [
  'open',
  'given_up',
  'done',
  'verified',
  'without',
  'unknown',
];

/**
 * `GET /reports/follow-through` without its header.
 *
 * @param postmortems - those that pass the filters
 * @param visible - all that may be seen, in which earlier ones are looked up
 */
export function expectedFollowThrough(
  postmortems: Postmortem[],
  visible: Postmortem[],
  time: ExpectedTime,
) {
  const { from, to, asOf } = time;
  const today = day(asOf);
  const own = begunIn(postmortems, { start: from, end: to });
  const all = postmortems.flatMap(known);
  // Days of which the report has a part count whole.
  const inPeriod = (at: number | null, { start, end }: ReportPeriod) =>
    at !== null && at >= day(start) && at * DAY_MS < Date.parse(end);
  const openedIn = time.periods.map(period =>
    all.filter(({ opened }) => inPeriod(opened, period)),
  );
  const opened = openedIn.flat();
  const open = all.filter(isOpen);
  const aged = (least: number, below: number) =>
    open.filter(each => {
      const age = today - each.opened;
      return age >= least && age < below;
    }).length;
  const doneItems = own
    .flatMap(known)
    .filter(({ item }) => item.status === 'done');
  const repeats = own.filter(isRepeat).map(repeat => {
    const states = repeat.related
      .filter(({ relation }) => relation === 'repeat_of')
      .map(({ postmortemId }) =>
        stateOf(
          repeat,
          visible.find(({ id }) => id === postmortemId),
        ),
      );
    return STATES.find(state => states.includes(state))!;
  });
  const isWritten = ({ status }: Postmortem) =>
    status === 'published' || status === 'closed';
  const severities = ['SEV1', 'SEV2', 'SEV3', 'SEV4', null];
  const past = own.filter(({ incident }) => incident.startedAt! <= asOf);
  const publication = new Map<
    number,
    { time: number; events: number; censored: number }
  >();
  for (const { incident, publishedAt } of past) {
    const at = Math.max(0, day(publishedAt ?? asOf) - day(incident.startedAt!));
    const group = publication.get(at) ?? { time: at, events: 0, censored: 0 };
    group[publishedAt ? 'events' : 'censored'] += 1;
    publication.set(at, group);
  }
  const count = (some: Postmortem[], passes: (each: Postmortem) => boolean) =>
    some.filter(passes).length;
  return {
    periods: time.periods.map((period, index) => ({
      ...period,
      opened: openedIn[index].length,
      done: all.filter(({ done }) => inPeriod(done, period)).length,
      verified: all.filter(({ verified }) => inPeriod(verified, period)).length,
    })),
    open: {
      n: open.length,
      overdue: open.filter(each => isOverdue(each, asOf)).length,
      ages: [
        { age: 'under_30', n: aged(-Infinity, 30) },
        { age: '30_to_89', n: aged(30, 90) },
        { age: '90_to_179', n: aged(90, 180) },
        { age: '180_to_364', n: aged(180, 365) },
        { age: '365_or_more', n: aged(365, Infinity) },
      ],
    },
    types: TYPES.map(type => ({
      type,
      share: share(
        opened.filter(({ item }) => item.type === type).length,
        opened.length,
      ),
      periods: openedIn.map(
        items => items.filter(({ item }) => item.type === type).length,
      ),
    })),
    done: (() => {
      const { within: curve, ...rest } = cohort(
        opened,
        today,
        Array.from({ length: 91 }, (_, days) => days),
      );
      return {
        ...rest,
        curve,
        cohorts: time.periods.map(({ key }, index) => ({
          key,
          ...cohort(openedIn[index], today, [30, 60, 90]),
        })),
      };
    })(),
    repeats: {
      n: repeats.length,
      states: STATES.map(state => ({
        state,
        n: repeats.filter(each => each === state).length,
      })),
    },
    effectiveness: TYPES.map(type => {
      const its = doneItems.filter(({ item }) => item.type === type);
      const judged = (verdict: string) =>
        its.filter(({ item }) => item.verification?.verdict === verdict).length;
      const [effective, partial, ineffective, cannotTell] = [
        'effective',
        'partial',
        'ineffective',
        'cannot_tell',
      ].map(judged);
      return {
        type,
        done: its.length,
        effective,
        partial,
        ineffective,
        cannotTell,
        pending: its.length - effective - partial - ineffective - cannotTell,
        share: share(effective, effective + partial + ineffective),
      };
    }),
    debt: {
      severities: severities.flatMap(severity => {
        const its = own.filter(each => each.severity === severity);
        return its.length === 0
          ? []
          : {
              severity,
              draft: count(its, ({ status }) => status === 'draft'),
              inReview: count(its, ({ status }) => status === 'in_review'),
              written: share(count(its, isWritten), its.length),
            };
      }),
      written: share(count(own, isWritten), own.length),
      published: kaplanMeier([...publication.values()], [7, 14, 30]).map(
        estimate => ({
          days: estimate.time,
          share: estimate.share ?? null,
          limits: estimate.limits ?? null,
          atRisk: estimate.atRisk,
        }),
      ),
      reviews: {
        held: share(
          count(own, ({ followUp }) => followUp.heldAt !== null),
          own.length,
        ),
        overdue: count(
          own,
          ({ followUp: { heldAt, reviewAt } }) =>
            heldAt === null && reviewAt !== null && reviewAt <= asOf,
        ),
        unplanned: count(
          own,
          ({ followUp: { heldAt, reviewAt } }) =>
            heldAt === null && reviewAt === null,
        ),
      },
    },
  };
}
