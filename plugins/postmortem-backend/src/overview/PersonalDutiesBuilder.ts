import type { PersonalDuties } from 'backstage-plugin-postmortem-common';
import { DateTime } from 'luxon';
import type { LessonList } from '../database/LessonList';
import type { OverviewStore } from '../database/OverviewStore';
import type { PostmortemList } from '../database/PostmortemList';
import type { ListOptions } from '../database/scope';

const ROWS = 10;
const FEW = 5;

// How far back an incident is remembered in its week.
const YEARS = 5;

/** What a person owes, and what is worth remembering today. */
export class PersonalDutiesBuilder {
  readonly #stats: OverviewStore;
  readonly #postmortems: PostmortemList;
  readonly #lessons: LessonList;

  constructor(options: {
    stats: OverviewStore;
    postmortems: PostmortemList;
    lessons: LessonList;
  }) {
    this.#stats = options.stats;
    this.#postmortems = options.postmortems;
    this.#lessons = options.lessons;
  }

  async build(userRef: string, options: ListOptions): Promise<PersonalDuties> {
    const week = DateTime.fromISO(options.now, { zone: 'utc' }).startOf('week');
    const weeks = Array.from({ length: YEARS }, (_, index) => {
      // The same week of the year, which begins on a Monday there, too.
      const start = DateTime.fromObject(
        {
          weekYear: week.weekYear - index - 1,
          weekNumber: Math.min(week.weekNumber, 52),
        },
        { zone: 'utc' },
      );
      return {
        from: start.toISO()!,
        before: start.plus({ weeks: 1 }).toISO()!,
      };
    });
    const [reviews, drafts, numbers, recentLessons] = await Promise.all([
      this.#postmortems.list(
        { reviewerRef: userRef, orderBy: '-updatedAt', limit: ROWS },
        options,
      ),
      this.#postmortems.list(
        {
          status: ['draft'],
          participantRef: [userRef],
          orderBy: '-updatedAt',
          limit: ROWS,
        },
        options,
      ),
      this.#stats.startedWithin(weeks, FEW, options),
      this.#lessons.recent(FEW, options),
    ]);
    const past = await this.#postmortems.byNumbers(numbers, options);
    return {
      counts: { reviews: reviews.totalItems, drafts: drafts.totalItems },
      reviews: reviews.items,
      drafts: drafts.items,
      thisWeekInThePast: numbers.flatMap(number => past.get(number) ?? []),
      recentLessons,
    };
  }
}
