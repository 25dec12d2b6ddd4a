import type { TeamDuties } from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import type {
  ActionItemList,
  TeamActionItems,
} from '../database/ActionItemList';
import type { LessonList } from '../database/LessonList';
import type { OverviewStore } from '../database/OverviewStore';
import type { PostmortemList } from '../database/PostmortemList';
import type { ListOptions } from '../database/scope';
import type { Reach } from '../lessons/ReachResolver';
import type { OwnershipGapList } from '../ownership/OwnershipGapList';

const ROWS = 10;
const MONTHS = 12;

/** What a team owes, its child groups included. */
export class TeamDutiesBuilder {
  readonly #stats: OverviewStore;
  readonly #postmortems: PostmortemList;
  readonly #actionItems: ActionItemList;
  readonly #lessons: LessonList;
  readonly #gaps: OwnershipGapList;

  constructor(options: {
    stats: OverviewStore;
    postmortems: PostmortemList;
    actionItems: ActionItemList;
    lessons: LessonList;
    ownershipGaps: OwnershipGapList;
  }) {
    this.#stats = options.stats;
    this.#postmortems = options.postmortems;
    this.#actionItems = options.actionItems;
    this.#lessons = options.lessons;
    this.#gaps = options.ownershipGaps;
  }

  /**
   * @param waiting - what addresses lessons to what the team owns
   * @param actionItems - those of the team
   * @param options - with the team that they are of
   */
  async build(
    waiting: Reach,
    actionItems: Promise<TeamActionItems>,
    options: ListOptions,
  ): Promise<TeamDuties> {
    const first = DateTime.fromISO(options.now, { zone: 'utc' })
      .startOf('month')
      .minus({ months: MONTHS });
    const months = Array.from({ length: MONTHS + 1 }, (_, index) =>
      first.plus({ months: index }).toFormat('yyyy-MM'),
    );
    const [
      owed,
      proposed,
      reviewsDue,
      staleDrafts,
      lessons,
      needsOwner,
      incidents,
    ] = await Promise.all([
      actionItems,
      this.#actionItems.list(
        { state: 'proposed', orderBy: 'dueAt', limit: ROWS },
        options,
      ),
      this.#postmortems.list(
        { attention: 'review_due', orderBy: 'updatedAt', limit: ROWS },
        options,
      ),
      this.#postmortems.list(
        { attention: 'stale_draft', orderBy: 'updatedAt', limit: ROWS },
        options,
      ),
      this.#lessons.list({ limit: ROWS }, { ...options, reach: waiting }),
      this.#gaps.count(options),
      this.#stats.byMonth(options.team!, {
        ...options,
        since: first.toISO()!,
      }),
    ]);
    return {
      counts: {
        overdue: owed.overdue,
        withoutOwner: owed.withoutOwner,
        withoutDate: owed.withoutDate,
        dueSoon: owed.dueSoon,
        proposed: proposed.totalItems,
        reviewsDue: reviewsDue.totalItems,
        staleDrafts: staleDrafts.totalItems,
        lessonsWaiting: lessons.totalItems,
        needsOwner,
      },
      dueSoon: owed.dueSoonItems,
      proposed: proposed.items,
      reviewsDue: reviewsDue.items,
      staleDrafts: staleDrafts.items,
      lessonsWaiting: lessons.items,
      incidentsByMonth: months.map(month => ({
        month,
        bySeverity: incidents
          .filter(each => each.month === month)
          .map(({ severity, count }) => ({ severity, count })),
      })),
    };
  }
}
