import { NotAllowedError } from '@backstage/errors';
import type {
  Approvals,
  Review,
  reviewInputSchema,
  ReviewPage,
  Workflow,
} from 'backstage-plugin-postmortem-common';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { StoredPostmortem } from '../database/rows';
import { FieldError } from '../errors';
import type { ReviewStore } from './ReviewStore';

/** What reviewers say of a postmortem; knows no permissions. */
export class ReviewService {
  readonly #reviews: ReviewStore;
  readonly #workflow: Workflow;
  readonly #clock: () => string;

  constructor(options: {
    reviews: ReviewStore;
    workflow: Workflow;
    clock: () => string;
  }) {
    this.#reviews = options.reviews;
    this.#workflow = options.workflow;
    this.#clock = options.clock;
  }

  async list(
    postmortem: StoredPostmortem,
    query: { limit: number; cursor?: string },
  ): Promise<ReviewPage> {
    const { number } = postmortem;
    const [{ items, ...page }, textVersion, approvals] = await Promise.all([
      this.#reviews.list(number, query),
      this.#reviews.textVersion(number),
      this.approvals(postmortem),
    ]);
    return {
      items: items.map(review => ({
        ...review,
        stale: review.version < textVersion,
      })),
      ...page,
      approvals,
    };
  }

  /**
   * @throws FieldError when there is no such version yet.
   * @throws NotAllowedError when the author approves.
   */
  async create(
    { number, kept }: StoredPostmortem,
    input: z.output<typeof reviewInputSchema>,
    reviewer: string,
  ): Promise<Review> {
    if (input.version > kept.version) {
      throw new FieldError([
        {
          path: 'version',
          message: `is not there yet; the newest is ${kept.version}`,
        },
      ]);
    }
    if (input.verdict === 'approve' && reviewer === kept.createdBy) {
      throw new NotAllowedError('Nobody approves of their own postmortem');
    }
    const review = {
      id: randomUUID(),
      ...input,
      createdBy: reviewer,
      createdAt: this.#clock(),
    };
    await this.#reviews.insert(number, review);
    const textVersion = await this.#reviews.textVersion(number);
    return { ...review, stale: review.version < textVersion };
  }

  /** How far the reviewers are, by what publishing needs. */
  async approvals({
    number,
    kept,
    content,
  }: StoredPostmortem): Promise<Approvals> {
    const [latest, textVersion] = await Promise.all([
      this.#reviews.latest(number),
      this.#reviews.textVersion(number),
    ]);
    const { approvals, approvalsBySeverity } = this.#workflow.published;
    const { severity } = content;
    return {
      required:
        severity !== null && Object.hasOwn(approvalsBySeverity, severity)
          ? approvalsBySeverity[severity]
          : approvals,
      given: latest.filter(
        review =>
          review.verdict === 'approve' &&
          review.version >= textVersion &&
          review.createdBy !== kept.createdBy,
      ).length,
      changesRequestedBy: latest
        .filter(({ verdict }) => verdict === 'request_changes')
        .map(({ createdBy }) => createdBy)
        .sort(),
    };
  }
}
