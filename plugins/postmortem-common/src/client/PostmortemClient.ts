import { ResponseError } from '@backstage/errors';
import type {
  ActionItem,
  ActionItemPage,
  Comment,
  CommentInput,
  CommentPage,
  DocumentPart,
  ImportResult,
  LessonPage,
  Overview,
  Postmortem,
  PostmortemInput,
  PostmortemPage,
  PostmortemStatus,
  Presence,
  PresenceInput,
  Review,
  ReviewInput,
  ReviewPage,
  RevisionPage,
  Settings,
  TransitionInput,
} from '../schema';
import { StaleVersionError } from './errors';
import { RestClient, toSearch } from './RestClient';
import type {
  ListActionItemsRequest,
  ListLessonsRequest,
  ListPostmortemsRequest,
  MergePatch,
  PostmortemApi,
  RequestOptions,
} from './PostmortemApi';

/**
 * Talks to the postmortem backend. Every failed request is thrown as a
 * `ResponseError` with the backend's message, never retried.
 */
export class PostmortemClient implements PostmortemApi {
  readonly #rest: RestClient;

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#rest = new RestClient(options);
  }

  async listPostmortems(
    query: ListPostmortemsRequest = {},
    options?: RequestOptions,
  ): Promise<PostmortemPage> {
    return this.#rest.json('GET', `/postmortems${toSearch(query)}`, options);
  }

  async getPostmortem(
    idOrKey: string,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.#rest.json('GET', this.#path(idOrKey), options);
  }

  async createPostmortem(
    input: PostmortemInput,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.#rest.json('POST', '/postmortems', options, input);
  }

  async patchPostmortem(
    id: string,
    version: number,
    patch: MergePatch<PostmortemInput>,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    const response = await this.#rest.fetch('PATCH', this.#path(id), options, {
      body: JSON.stringify(patch),
      headers: {
        'Content-Type': 'application/merge-patch+json',
        'If-Match': `"${version}"`,
      },
    });
    if (response.status === 412) {
      const body = await response.json();
      throw new StaleVersionError(body.error?.message, body.current);
    }
    return this.#rest.checked(response);
  }

  async deletePostmortem(id: string, options?: RequestOptions): Promise<void> {
    await this.#rest.json('DELETE', this.#path(id), options);
  }

  async restorePostmortem(
    id: string,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.#rest.json('POST', `${this.#path(id)}/restore`, options);
  }

  async transitionPostmortem(
    id: string,
    transition: PostmortemStatus | TransitionInput,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.#rest.json(
      'POST',
      `${this.#path(id)}/transitions`,
      options,
      typeof transition === 'string' ? { to: transition } : transition,
    );
  }

  async getSettings(options?: RequestOptions): Promise<Settings> {
    return this.#rest.json('GET', '/settings', options);
  }

  async listRevisions(
    id: string,
    query: { limit?: number; cursor?: string } = {},
    options?: RequestOptions,
  ): Promise<RevisionPage> {
    return this.#rest.json(
      'GET',
      `${this.#path(id)}/revisions${toSearch(query)}`,
      options,
    );
  }

  async getRevision(
    id: string,
    version: number,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.#rest.json(
      'GET',
      `${this.#path(id)}/revisions/${version}`,
      options,
    );
  }

  async exportPostmortem(
    id: string,
    format: 'markdown' | 'json',
    options?: RequestOptions,
  ): Promise<string> {
    const response = await this.#rest.fetch(
      'GET',
      `${this.#path(id)}/export?format=${format}`,
      options,
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.text();
  }

  async importMarkdown(
    markdown: string,
    request: { dryRun: boolean; entityRefs?: string[]; teamRefs?: string[] },
    options?: RequestOptions,
  ): Promise<ImportResult> {
    const search = toSearch({
      dryRun: request.dryRun,
      entityRef: request.entityRefs,
      teamRef: request.teamRefs,
    });
    const response = await this.#rest.fetch(
      'POST',
      `/import${search}`,
      options,
      {
        body: markdown,
        headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
      },
    );
    return this.#rest.checked(response);
  }

  async listActionItems(
    query: ListActionItemsRequest = {},
    options?: RequestOptions,
  ): Promise<ActionItemPage> {
    return this.#rest.json('GET', `/action-items${toSearch(query)}`, options);
  }

  async patchActionItem(
    id: string,
    patch: MergePatch<Omit<ActionItem, 'id' | 'postmortemId'>>,
    options?: RequestOptions,
  ): Promise<ActionItem> {
    const response = await this.#rest.fetch(
      'PATCH',
      `/action-items/${encodeURIComponent(id)}`,
      options,
      {
        body: JSON.stringify(patch),
        headers: { 'Content-Type': 'application/merge-patch+json' },
      },
    );
    return this.#rest.checked(response);
  }

  async listLessons(
    query: ListLessonsRequest = {},
    options?: RequestOptions,
  ): Promise<LessonPage> {
    return this.#rest.json('GET', `/lessons${toSearch(query)}`, options);
  }

  async getOverview(
    scope: { entityRef: string } | { teamRef: string },
    options?: RequestOptions,
  ): Promise<Overview> {
    return this.#rest.json('GET', `/overview${toSearch(scope)}`, options);
  }

  async listComments(
    id: string,
    query: { part?: DocumentPart; limit?: number; cursor?: string } = {},
    options?: RequestOptions,
  ): Promise<CommentPage> {
    return this.#rest.json(
      'GET',
      `${this.#path(id)}/comments${toSearch(query)}`,
      options,
    );
  }

  async createComment(
    id: string,
    comment: CommentInput,
    options?: RequestOptions,
  ): Promise<Comment> {
    return this.#rest.json(
      'POST',
      `${this.#path(id)}/comments`,
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
    return this.#rest.json(
      'PATCH',
      this.#path(id, 'comments', commentId),
      options,
      change,
    );
  }

  async deleteComment(
    id: string,
    commentId: string,
    options?: RequestOptions,
  ): Promise<void> {
    return this.#rest.json(
      'DELETE',
      this.#path(id, 'comments', commentId),
      options,
    );
  }

  async getPresence(id: string, options?: RequestOptions): Promise<Presence> {
    return this.#rest.json('GET', `${this.#path(id)}/presence`, options);
  }

  async beatPresence(
    id: string,
    presence: PresenceInput,
    options?: RequestOptions,
  ): Promise<Presence> {
    return this.#rest.json(
      'POST',
      `${this.#path(id)}/presence`,
      options,
      presence,
    );
  }

  async leavePresence(
    id: string,
    clientId: string,
    options?: RequestOptions,
  ): Promise<void> {
    return this.#rest.json(
      'DELETE',
      this.#path(id, 'presence', clientId),
      options,
    );
  }

  async listReviews(
    id: string,
    query: { limit?: number; cursor?: string } = {},
    options?: RequestOptions,
  ): Promise<ReviewPage> {
    return this.#rest.json(
      'GET',
      `${this.#path(id)}/reviews${toSearch(query)}`,
      options,
    );
  }

  async createReview(
    id: string,
    review: ReviewInput,
    options?: RequestOptions,
  ): Promise<Review> {
    return this.#rest.json(
      'POST',
      `${this.#path(id)}/reviews`,
      options,
      review,
    );
  }

  #path(idOrKey: string, ...below: string[]): string {
    const parts = [idOrKey, ...below].map(encodeURIComponent);
    return `/postmortems/${parts.join('/')}`;
  }
}
