import { ConflictError } from '@backstage/errors';
import { createEvent, type DateArray } from 'ics';
import { DateTime } from 'luxon';
import { postmortemKey, type StoredPostmortem } from '../database/rows';

/** How long a review is in a calendar, in minutes. */
const REVIEW_MINUTES = 60;

function dateOf(time: string): DateArray {
  const { year, month, day, hour, minute } = DateTime.fromISO(time, {
    zone: 'utc',
  });
  return [year, month, day, hour, minute];
}

/**
 * The review meeting as a calendar file (RFC 5545). A later version of the
 * document updates the same event.
 *
 * @param portalUrl - where the portal is, for a link; none without.
 * @throws ConflictError when there is no time for it yet.
 */
export function reviewCalendar(
  { number, kept, content }: StoredPostmortem,
  portalUrl: string | undefined,
): string {
  const { reviewAt } = content.followUp;
  if (reviewAt === null) {
    throw new ConflictError(
      'There is no time for the review yet; set followUp.reviewAt first',
    );
  }
  const key = postmortemKey(number);
  const url = portalUrl && `${portalUrl.replace(/\/$/, '')}/postmortems/${key}`;
  const { error, value } = createEvent({
    uid: `${kept.id}@postmortem`,
    sequence: kept.version,
    productId: 'backstage-plugin-postmortem',
    title: `Postmortem review: ${content.title} (${key})`,
    url,
    start: dateOf(reviewAt),
    startInputType: 'utc',
    startOutputType: 'utc',
    duration: { minutes: REVIEW_MINUTES },
    lastModified: dateOf(kept.updatedAt),
    status: 'CONFIRMED',
  });
  if (error) {
    throw error;
  }
  return value!;
}
