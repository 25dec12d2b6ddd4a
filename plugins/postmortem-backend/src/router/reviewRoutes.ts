import { createReview, listReviews } from '../api/operations/reviews';
import type { PostmortemGuard } from '../permissions/PostmortemGuard';
import type { ReviewerGuard } from '../reviews/ReviewerGuard';
import type { ReviewService } from '../reviews/ReviewService';
import { authorOf } from '../service/author';
import type { Mount } from './mount';

/** Routes of what reviewers say. */
export function mountReviews(
  mount: Mount,
  reviews: ReviewService,
  guard: PostmortemGuard,
  reviewers: ReviewerGuard,
): void {
  mount(listReviews, async ({ params, query, credentials }) => ({
    json: await reviews.list(
      await guard.find(params.idOrKey, credentials),
      query,
    ),
  }));
  mount(createReview, async ({ params, body, credentials }) => {
    const postmortem = await reviewers.find(params.idOrKey, credentials);
    return {
      status: 201,
      json: await reviews.create(postmortem, body, authorOf(credentials)),
    };
  });
}
