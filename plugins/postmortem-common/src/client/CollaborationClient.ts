import type {
  Comment,
  CommentInput,
  CommentPage,
  DocumentPart,
  HintDismissal,
  HintList,
  Presence,
  PresenceInput,
  Review,
  ReviewInput,
  ReviewPage,
} from '../schema';
import type { CollaborationApi, RequestOptions } from './CollaborationApi';
import { RestClient, toSearch } from './RestClient';

/** The part of the client for what people do around a document. */
export class CollaborationClient implements CollaborationApi {
  protected readonly rest: RestClient;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.rest = new RestClient(options);
  }

  async listComments(
    id: string,
    query: { part?: DocumentPart; limit?: number; cursor?: string } = {},
    options?: RequestOptions,
  ): Promise<CommentPage> {
    return this.rest.json(
      'GET',
      `${this.path(id)}/comments${toSearch(query)}`,
      options,
    );
  }

  async createComment(
    id: string,
    comment: CommentInput,
    options?: RequestOptions,
  ): Promise<Comment> {
    return this.rest.json(
      'POST',
      `${this.path(id)}/comments`,
      options,
      comment,
    );
  }

  async changeComment(
    id: string,
    commentId: string,
    change: { text?: string; resolved?: boolean },
    options?: RequestOptions,
  ): Promise<Comment> {
    return this.rest.json(
      'PATCH',
      this.path(id, 'comments', commentId),
      options,
      change,
    );
  }

  async deleteComment(
    id: string,
    commentId: string,
    options?: RequestOptions,
  ): Promise<void> {
    return this.rest.json(
      'DELETE',
      this.path(id, 'comments', commentId),
      options,
    );
  }

  async getPresence(id: string, options?: RequestOptions): Promise<Presence> {
    return this.rest.json('GET', `${this.path(id)}/presence`, options);
  }

  async beatPresence(
    id: string,
    presence: PresenceInput,
    options?: RequestOptions,
  ): Promise<Presence> {
    return this.rest.json(
      'POST',
      `${this.path(id)}/presence`,
      options,
      presence,
    );
  }

  async leavePresence(
    id: string,
    clientId: string,
    options?: RequestOptions,
  ): Promise<void> {
    return this.rest.json(
      'DELETE',
      this.path(id, 'presence', clientId),
      options,
    );
  }

  async listReviews(
    id: string,
    query: { limit?: number; cursor?: string } = {},
    options?: RequestOptions,
  ): Promise<ReviewPage> {
    return this.rest.json(
      'GET',
      `${this.path(id)}/reviews${toSearch(query)}`,
      options,
    );
  }

  async createReview(
    id: string,
    review: ReviewInput,
    options?: RequestOptions,
  ): Promise<Review> {
    return this.rest.json('POST', `${this.path(id)}/reviews`, options, review);
  }

  async listHints(id: string, options?: RequestOptions): Promise<HintList> {
    return this.rest.json('GET', this.path(id, 'hints'), options);
  }

  async dismissHint(
    id: string,
    hintId: string,
    reason?: string,
    options?: RequestOptions,
  ): Promise<HintDismissal> {
    return this.rest.json(
      'POST',
      this.path(id, 'hints', hintId, 'dismissals'),
      options,
      { reason },
    );
  }

  async undismissHint(
    id: string,
    hintId: string,
    options?: RequestOptions,
  ): Promise<void> {
    return this.rest.json(
      'DELETE',
      this.path(id, 'hints', hintId, 'dismissals'),
      options,
    );
  }

  protected path(idOrKey: string, ...below: string[]): string {
    const parts = [idOrKey, ...below].map(encodeURIComponent);
    return `/postmortems/${parts.join('/')}`;
  }
}
