import type {
  Overview,
  OverviewQuery,
} from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import type { ActionItemList } from '../database/ActionItemList';
import type { LessonList } from '../database/LessonList';
import type { OverviewStore } from '../database/OverviewStore';
import type { PostmortemList } from '../database/PostmortemList';
import type { ListOptions } from '../database/scope';

const ROWS = 10;

/** Everything that an entity's or a team's tab and card show. */
export class OverviewBuilder {
  readonly #stats: OverviewStore;
  readonly #postmortems: PostmortemList;
  readonly #actionItems: ActionItemList;
  readonly #lessons: LessonList;
  readonly #severities: string[];

  constructor(options: {
    stats: OverviewStore;
    postmortems: PostmortemList;
    actionItems: ActionItemList;
    lessons: LessonList;
    severities: string[];
  }) {
    this.#stats = options.stats;
    this.#postmortems = options.postmortems;
    this.#actionItems = options.actionItems;
    this.#lessons = options.lessons;
    this.#severities = options.severities;
  }

  async build(query: OverviewQuery, options: ListOptions): Promise<Overview> {
    const now = DateTime.fromISO(options.now, { zone: 'utc' });
    const { entityRef, teamRef } = query;
    const scope = entityRef ? { entityRef: [entityRef] } : {};
    const [stats, postmortems, actionItems, lessons] = await Promise.all([
      this.#stats.stats(
        options.team ? { team: options.team } : { entityRef: entityRef! },
        {
          visible: options.visible,
          since: now.minus({ months: 12 }).toISO()!,
          severe: this.#severities.slice(0, 2),
        },
      ),
      this.#postmortems.list(
        { ...scope, orderBy: '-startedAt', limit: ROWS },
        options,
      ),
      this.#actionItems.open({ ...scope, limit: ROWS }, options),
      this.#lessons.list({ ...scope, scope: 'self', limit: ROWS }, options),
    ]);
    const { lastSevere, marks, ...counts } = stats;
    const daysAgo = lastSevere
      ? Math.max(
          0,
          Math.floor(
            now.diff(DateTime.fromISO(lastSevere.startedAt), 'days').days,
          ),
        )
      : null;
    const openActionItems = actionItems.open;
    const overdueActionItems = actionItems.overdue;
    return {
      entityRef: entityRef ?? null,
      teamRef: teamRef ?? null,
      userRef: null,
      entities: options.team?.entityRefs.length ?? 1,
      counts: {
        ...counts,
        bySeverityLast12Months: this.#mostSevereFirst(
          counts.bySeverityLast12Months,
        ),
        openActionItems,
        overdueActionItems,
        lessons: lessons.totalItems,
        lessonsFromElsewhere: 0,
      },
      lastSevere:
        lastSevere && daysAgo !== null ? { ...lastSevere, daysAgo } : null,
      marks,
      postmortems: postmortems.items,
      actionItems: actionItems.items,
      lessons: lessons.items,
      lessonsFromElsewhere: [],
      team: null,
      user: null,
      facts: {
        hasPostmortem: counts.postmortems > 0,
        openActionItems,
        overdueActionItems,
        daysSinceLastSevereIncident: daysAgo,
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
