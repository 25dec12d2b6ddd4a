import type {
  Postmortem,
  ReportGrouping,
  ReportPeriod,
} from 'backstage-plugin-postmortem-common';
import {
  DEPARTMENT,
  domainOf,
  ownerOf,
  SERVICES,
  SYSTEMS,
  systemOf,
  TEAMS,
} from './reportWorld';

/** The filters of a report, as they are sent. */
export interface Filters {
  entityRef?: string[];
  teamRef?: string[];
  systemRef?: string[];
  domainRef?: string[];
  status?: string[];
  severity?: string[];
  tag?: string[];
  q?: string;
}

type Passes = (postmortem: Postmortem) => boolean;

const involves =
  (isMeant: (ref: string) => boolean): Passes =>
  ({ entities }) =>
    entities.some(({ entityRef }) => isMeant(entityRef));

const partOf = (systems: string[]) => (ref: string) =>
  systems.includes(systemOf(SERVICES.indexOf(ref)) ?? '');

/** What each filter lets through, by the rules of the contract. */
const FILTERS: { [K in keyof Required<Filters>]: (of: any) => Passes } = {
  entityRef: (refs: string[]) =>
    involves(ref => refs.includes(ref) || partOf(refs)(ref)),
  systemRef: (refs: string[]) => involves(partOf(refs)),
  domainRef: (refs: string[]) =>
    involves(partOf(SYSTEMS.filter((_, at) => refs.includes(domainOf(at))))),
  teamRef: (refs: string[]) => {
    const groups = refs.includes(DEPARTMENT)
      ? [...refs, TEAMS[0], TEAMS[1]]
      : refs;
    const owned = involves(ref =>
      groups.includes(ownerOf(SERVICES.indexOf(ref)) ?? ''),
    );
    return postmortem =>
      postmortem.teams.some(team => groups.includes(team)) || owned(postmortem);
  },
  status:
    (values: string[]) =>
    ({ status }) =>
      values.includes(status),
  severity:
    (values: string[]) =>
    ({ severity }) =>
      severity !== null && values.includes(severity),
  tag:
    (values: string[]) =>
    ({ tags }) =>
      tags.some(tag => values.includes(tag)),
  q:
    (word: string) =>
    ({ title }) =>
      title.split(' ').includes(word),
};

/** Those that pass every filter. */
export function filtered(
  postmortems: Postmortem[],
  filters: Filters,
): Postmortem[] {
  return postmortems.filter(postmortem =>
    Object.entries(filters).every(([name, value]) =>
      FILTERS[name as keyof Filters](value)(postmortem),
    ),
  );
}

/** Those whose incident began within a time. */
export function begunIn(
  postmortems: Postmortem[],
  { start, end }: Pick<ReportPeriod, 'start' | 'end'>,
): Postmortem[] {
  return postmortems.filter(
    ({ incident: { startedAt } }) =>
      startedAt !== null && startedAt >= start && startedAt < end,
  );
}

export const isRepeat: Passes = ({ related }) =>
  related.some(({ relation }) => relation === 'repeat_of');

/** A group, as `kind` and `key`. */
export type GroupKey = [kind: string | null, key: string | null];

const plain = (keys: Array<string | null | undefined>): GroupKey[] =>
  keys.flatMap(key => (key ? [[null, key] as GroupKey] : []));

const KEYS: Record<ReportGrouping, (postmortem: Postmortem) => GroupKey[]> = {
  severity: ({ severity }) => plain([severity]),
  team: ({ teams }) => plain(teams),
  entity: ({ entities }) => plain(entities.map(each => each.entityRef)),
  system: ({ entities }) =>
    plain(entities.map(each => systemOf(SERVICES.indexOf(each.entityRef)))),
  trigger: ({ rootCause }) => plain([rootCause.trigger?.category]),
  detection: ({ detection }) => plain([detection.method]),
  factor: ({ rootCause }) =>
    rootCause.contributingFactors.map(({ kind, category }) => [kind, category]),
};

/** The incidents of each group, each once. */
export function grouped(
  postmortems: Postmortem[],
  groupBy: ReportGrouping,
): Map<string, { key: GroupKey; members: Postmortem[] }> {
  const groups = new Map<string, { key: GroupKey; members: Postmortem[] }>();
  for (const postmortem of postmortems) {
    const keys = KEYS[groupBy](postmortem);
    const own = new Map(
      (keys.length > 0 ? keys : [[null, null] as GroupKey]).map(
        key => [JSON.stringify(key), key] as const,
      ),
    );
    for (const [text, key] of own) {
      const group = groups.get(text) ?? { key, members: [] };
      group.members.push(postmortem);
      groups.set(text, group);
    }
  }
  return groups;
}
