import type {
  LessonPage,
  Overview,
  PersonalDuties,
  TeamDuties,
} from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import type {
  ActionItemList,
  OpenActionItems,
} from '../database/ActionItemList';
import type { LessonList } from '../database/LessonList';
import type { OverviewScope, OverviewStore } from '../database/OverviewStore';
import type { PostmortemList } from '../database/PostmortemList';
import type { ListOptions } from '../database/scope';
import type { StateReader } from '../database/StateReader';
import type { Reach } from '../lessons/ReachResolver';
import { OverviewCache } from './OverviewCache';
import type { PersonalDutiesBuilder } from './PersonalDutiesBuilder';
import type { TeamDutiesBuilder } from './TeamDutiesBuilder';

const ROWS = 10;

const NO_LESSONS: LessonPage = { items: [], totalItems: 0, pageInfo: {} };

/** What an overview is of, once the catalog has said what belongs to it. */
export type OverviewSubject =
  | {
      entityRef: string;
      /** The entity itself, or a system or domain with all its parts. */
      entityRefs: string[];
      /** What brings lessons from elsewhere. */
      reach: Reach;
    }
  | { teamRef: string; waiting: Reach }
  | { userRef: string };

/** Everything that an entity's, a team's or a person's tab and card show. */
export class OverviewBuilder {
  readonly #stats: OverviewStore;
  readonly #postmortems: PostmortemList;
  readonly #actionItems: ActionItemList;
  readonly #lessons: LessonList;
  readonly #teams: TeamDutiesBuilder;
  readonly #people: PersonalDutiesBuilder;
  readonly #state: StateReader;
  readonly #cache: OverviewCache;
  readonly #severities: string[];

  constructor(options: {
    stats: OverviewStore;
    postmortems: PostmortemList;
    actionItems: ActionItemList;
    lessons: LessonList;
    teams: TeamDutiesBuilder;
    people: PersonalDutiesBuilder;
    state: StateReader;
    severities: string[];
  }) {
    this.#stats = options.stats;
    this.#postmortems = options.postmortems;
    this.#actionItems = options.actionItems;
    this.#lessons = options.lessons;
    this.#teams = options.teams;
    this.#people = options.people;
    this.#state = options.state;
    this.#cache = new OverviewCache(options.state);
    this.#severities = options.severities;
  }

  async build(
    subject: OverviewSubject,
    options: ListOptions,
  ): Promise<Overview> {
    const isWide = isLarge(subject);
    const together = { ...options, batch: this.#stats.newBatch(isWide) };
    const overview = isWide
      ? await this.#cache.through(subject, options, async () => {
          const [state, made] = await Promise.all([
            this.#state.state(options.now, together.batch),
            this.#make(subject, together),
          ]);
          return { state, overview: made };
        })
      : await this.#make(subject, together);
    return withDaysAgo(overview, options.now);
  }

  async #make(
    subject: OverviewSubject,
    options: ListOptions,
  ): Promise<Overview> {
    // A team's are looked at once, for all that is told of them.
    const ofTeam =
      'teamRef' in subject
        ? this.#actionItems.ofTeam(ROWS, options)
        : undefined;
    const [main, team, user] = await Promise.all([
      this.#main(subject, options, ofTeam),
      'teamRef' in subject
        ? this.#teams.build(subject.waiting, ofTeam!, options)
        : Promise.resolve<TeamDuties | null>(null),
      'userRef' in subject
        ? this.#people.build(subject.userRef, options)
        : Promise.resolve<PersonalDuties | null>(null),
    ]);
    return { ...main, team, user };
  }

  async #main(
    subject: OverviewSubject,
    options: ListOptions,
    ofTeam: Promise<OpenActionItems> | undefined,
  ) {
    const now = DateTime.fromISO(options.now, { zone: 'utc' });
    const filters = filtersOf(subject);
    const [stats, postmortems, actionItems, lessons, elsewhere] =
      await Promise.all([
        this.#stats.stats(scopeOf(subject, options), {
          ...options,
          since: now.minus({ months: 12 }).toISO()!,
          severe: this.#severities.slice(0, 2),
        }),
        this.#postmortems.list(
          { ...filters, orderBy: '-startedAt', limit: ROWS },
          options,
        ),
        ofTeam ??
          this.#actionItems.open({ ...ownedBy(subject), limit: ROWS }, options),
        // A person has no lessons of their own.
        'userRef' in subject
          ? NO_LESSONS
          : this.#lessons.list({ ...filters, limit: ROWS }, options),
        'entityRef' in subject
          ? this.#lessons.list(
              { limit: ROWS },
              { ...options, reach: subject.reach, notOf: subject.entityRefs },
            )
          : NO_LESSONS,
      ]);
    const { lastSevere, marks, ...counts } = stats;
    const openActionItems = actionItems.open;
    const overdueActionItems = actionItems.overdue;
    return {
      entityRef: 'entityRef' in subject ? subject.entityRef : null,
      teamRef: 'teamRef' in subject ? subject.teamRef : null,
      userRef: 'userRef' in subject ? subject.userRef : null,
      entities: countEntities(subject, options),
      counts: {
        ...counts,
        bySeverityLast12Months: this.#mostSevereFirst(
          counts.bySeverityLast12Months,
        ),
        openActionItems,
        overdueActionItems,
        lessons: lessons.totalItems,
        lessonsFromElsewhere: elsewhere.totalItems,
      },
      lastSevere: lastSevere && { ...lastSevere, daysAgo: 0 },
      marks,
      postmortems: postmortems.items,
      actionItems: actionItems.items,
      lessons: lessons.items,
      lessonsFromElsewhere: elsewhere.items,
      facts: {
        hasPostmortem: counts.postmortems > 0,
        openActionItems,
        overdueActionItems,
        daysSinceLastSevereIncident: null,
      },
      severities: this.#severities,
    };
  }

  #mostSevereFirst(
    counts: Overview['counts']['bySeverityLast12Months'],
  ): Overview['counts']['bySeverityLast12Months'] {
    const rank = (severity: string | null) => {
      const index = severity === null ? -1 : this.#severities.indexOf(severity);
      return index === -1 ? this.#severities.length : index;
    };
    return [...counts].sort((a, b) => rank(a.severity) - rank(b.severity));
  }
}

/** Whether it takes longer to make than to look whether it is still right. */
function isLarge(subject: OverviewSubject): boolean {
  return (
    'teamRef' in subject ||
    ('entityRef' in subject && subject.entityRefs.length > 1)
  );
}

/** Days count from any time of the day, and so are told at each request. */
function withDaysAgo(overview: Overview, now: string): Overview {
  const { lastSevere, facts } = overview;
  if (!lastSevere) {
    return overview;
  }
  const passed = DateTime.fromISO(now).diff(
    DateTime.fromISO(lastSevere.startedAt),
    'days',
  );
  const daysAgo = Math.max(0, Math.floor(passed.days));
  return {
    ...overview,
    lastSevere: { ...lastSevere, daysAgo },
    facts: { ...facts, daysSinceLastSevereIncident: daysAgo },
  };
}

function scopeOf(
  subject: OverviewSubject,
  { team }: ListOptions,
): OverviewScope {
  if ('entityRef' in subject) {
    return { entityRefs: subject.entityRefs };
  }
  return 'userRef' in subject
    ? { participantRef: subject.userRef }
    : { team: team! };
}

function filtersOf(subject: OverviewSubject) {
  if ('entityRef' in subject) {
    return { entityRef: subject.entityRefs };
  }
  return 'userRef' in subject ? { participantRef: [subject.userRef] } : {};
}

function ownedBy(subject: OverviewSubject) {
  if ('entityRef' in subject) {
    return { entityRef: subject.entityRefs };
  }
  return 'userRef' in subject ? { ownerRef: [subject.userRef] } : {};
}

function countEntities(
  subject: OverviewSubject,
  { team }: ListOptions,
): number {
  if ('entityRef' in subject) {
    return subject.entityRefs.length;
  }
  return team?.entityRefs.length ?? 0;
}
