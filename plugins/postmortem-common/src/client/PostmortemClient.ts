import type {
  ActionItem,
  ActionItemPage,
  ImportResult,
  LessonPage,
  Overview,
  OverviewQuery,
  Postmortem,
  PostmortemInput,
  PostmortemPage,
  PostmortemStatus,
  RevisionPage,
  Settings,
  TransitionInput,
} from '../schema';
import { StaleVersionError } from './errors';
import { ReportsClient } from './ReportsClient';
import { toSearch } from './RestClient';
import type {
  ListActionItemsRequest,
  ListLessonsRequest,
  ListPostmortemsRequest,
  MergePatch,
  PostmortemApi,
} from './PostmortemApi';
import type { RequestOptions } from './CollaborationApi';

/**
 * Talks to the postmortem backend. Every failed request is thrown as a
 * `ResponseError` with the backend's message, never retried.
 */
export class PostmortemClient extends ReportsClient implements PostmortemApi {
  async listPostmortems(
    query: ListPostmortemsRequest = {},
    options?: RequestOptions,
  ): Promise<PostmortemPage> {
    return this.rest.json('GET', `/postmortems${toSearch(query)}`, options);
  }

  async getPostmortem(
    idOrKey: string,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.rest.json('GET', this.path(idOrKey), options);
  }

  async createPostmortem(
    input: PostmortemInput,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.rest.json('POST', '/postmortems', options, input);
  }

  async patchPostmortem(
    id: string,
    version: number,
    patch: MergePatch<PostmortemInput>,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.#onVersion(
      await this.rest.fetch('PATCH', this.path(id), options, {
        body: JSON.stringify(patch),
        headers: {
          'Content-Type': 'application/merge-patch+json',
          'If-Match': `"${version}"`,
        },
      }),
    );
  }

  async deletePostmortem(id: string, options?: RequestOptions): Promise<void> {
    await this.rest.json('DELETE', this.path(id), options);
  }

  async restorePostmortem(
    id: string,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.rest.json('POST', `${this.path(id)}/restore`, options);
  }

  async transitionPostmortem(
    id: string,
    transition: PostmortemStatus | TransitionInput,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.rest.json(
      'POST',
      `${this.path(id)}/transitions`,
      options,
      typeof transition === 'string' ? { to: transition } : transition,
    );
  }

  async getSettings(options?: RequestOptions): Promise<Settings> {
    return this.rest.json('GET', '/settings', options);
  }

  async listRevisions(
    id: string,
    query: { limit?: number; cursor?: string } = {},
    options?: RequestOptions,
  ): Promise<RevisionPage> {
    return this.rest.json(
      'GET',
      `${this.path(id)}/revisions${toSearch(query)}`,
      options,
    );
  }

  async getRevision(
    id: string,
    version: number,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.rest.json(
      'GET',
      `${this.path(id)}/revisions/${version}`,
      options,
    );
  }

  async restoreRevision(
    id: string,
    revision: number,
    version: number,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    const path = this.path(id, 'revisions', String(revision), 'restore');
    return this.#onVersion(
      await this.rest.fetch('POST', path, options, {
        headers: { 'If-Match': `"${version}"` },
      }),
    );
  }

  async exportPostmortem(
    id: string,
    format: 'markdown' | 'json',
    options?: RequestOptions,
  ): Promise<string> {
    return this.rest.text(`${this.path(id)}/export?format=${format}`, options);
  }

  async exportExternalVersion(
    id: string,
    format: 'markdown' | 'html',
    options?: RequestOptions,
  ): Promise<string> {
    const search = toSearch({ audience: 'external', format });
    return this.rest.text(`${this.path(id)}/export${search}`, options);
  }

  async getReviewCalendar(
    id: string,
    options?: RequestOptions,
  ): Promise<string> {
    return this.rest.text(`${this.path(id)}/review.ics`, options);
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
    const response = await this.rest.fetch(
      'POST',
      `/import${search}`,
      options,
      {
        body: markdown,
        headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
      },
    );
    return this.rest.checked(response);
  }

  async listActionItems(
    query: ListActionItemsRequest = {},
    options?: RequestOptions,
  ): Promise<ActionItemPage> {
    return this.rest.json('GET', `/action-items${toSearch(query)}`, options);
  }

  async patchActionItem(
    id: string,
    patch: MergePatch<Omit<ActionItem, 'id' | 'postmortemId'>>,
    options?: RequestOptions,
  ): Promise<ActionItem> {
    const response = await this.rest.fetch(
      'PATCH',
      `/action-items/${encodeURIComponent(id)}`,
      options,
      {
        body: JSON.stringify(patch),
        headers: { 'Content-Type': 'application/merge-patch+json' },
      },
    );
    return this.rest.checked(response);
  }

  async listLessons(
    query: ListLessonsRequest = {},
    options?: RequestOptions,
  ): Promise<LessonPage> {
    return this.rest.json('GET', `/lessons${toSearch(query)}`, options);
  }

  async getOverview(
    scope: OverviewQuery,
    options?: RequestOptions,
  ): Promise<Overview> {
    return this.rest.json('GET', `/overview${toSearch(scope)}`, options);
  }

  /** The answer to a write that names the version it is made to. */
  async #onVersion(response: Response): Promise<Postmortem> {
    if (response.status === 412) {
      const body = await response.json();
      throw new StaleVersionError(body.error?.message, body.current);
    }
    return this.rest.checked(response);
  }
}
