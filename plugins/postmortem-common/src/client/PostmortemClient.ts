import { ResponseError } from '@backstage/errors';
import type {
  ActionItem,
  ActionItemPage,
  ImportResult,
  LessonPage,
  Overview,
  Postmortem,
  PostmortemInput,
  PostmortemPage,
  PostmortemStatus,
  RevisionPage,
  Settings,
  TransitionInput,
} from '../schema';
import { StaleVersionError } from './errors';
import type {
  ListActionItemsRequest,
  ListLessonsRequest,
  ListPostmortemsRequest,
  MergePatch,
  PostmortemApi,
  RequestOptions,
} from './PostmortemApi';

type Query = Record<
  string,
  string | number | boolean | readonly string[] | undefined
>;

function toSearch(query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) {
      value.forEach(item => params.append(name, item));
    } else if (value !== undefined && value !== '') {
      params.append(name, String(value));
    }
  }
  const search = params.toString();
  return search ? `?${search}` : '';
}

/**
 * Talks to the postmortem backend. Every failed request is thrown as a
 * `ResponseError` with the backend's message, never retried.
 */
export class PostmortemClient implements PostmortemApi {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch: globalThis.fetch };
  }

  async listPostmortems(
    query: ListPostmortemsRequest = {},
    options?: RequestOptions,
  ): Promise<PostmortemPage> {
    return this.#json('GET', `/postmortems${toSearch(query)}`, options);
  }

  async getPostmortem(
    idOrKey: string,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.#json('GET', this.#path(idOrKey), options);
  }

  async createPostmortem(
    input: PostmortemInput,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.#json('POST', '/postmortems', options, input);
  }

  async patchPostmortem(
    id: string,
    version: number,
    patch: MergePatch<PostmortemInput>,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    const response = await this.#fetch('PATCH', this.#path(id), options, {
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
    return this.#checked(response);
  }

  async deletePostmortem(id: string, options?: RequestOptions): Promise<void> {
    await this.#json('DELETE', this.#path(id), options);
  }

  async restorePostmortem(
    id: string,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.#json('POST', `${this.#path(id)}/restore`, options);
  }

  async transitionPostmortem(
    id: string,
    transition: PostmortemStatus | TransitionInput,
    options?: RequestOptions,
  ): Promise<Postmortem> {
    return this.#json(
      'POST',
      `${this.#path(id)}/transitions`,
      options,
      typeof transition === 'string' ? { to: transition } : transition,
    );
  }

  async getSettings(options?: RequestOptions): Promise<Settings> {
    return this.#json('GET', '/settings', options);
  }

  async listRevisions(
    id: string,
    query: { limit?: number; cursor?: string } = {},
    options?: RequestOptions,
  ): Promise<RevisionPage> {
    return this.#json(
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
    return this.#json('GET', `${this.#path(id)}/revisions/${version}`, options);
  }

  async exportPostmortem(
    id: string,
    format: 'markdown' | 'json',
    options?: RequestOptions,
  ): Promise<string> {
    const response = await this.#fetch(
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
    const response = await this.#fetch('POST', `/import${search}`, options, {
      body: markdown,
      headers: { 'Content-Type': 'text/markdown; charset=utf-8' },
    });
    return this.#checked(response);
  }

  async listActionItems(
    query: ListActionItemsRequest = {},
    options?: RequestOptions,
  ): Promise<ActionItemPage> {
    return this.#json('GET', `/action-items${toSearch(query)}`, options);
  }

  async patchActionItem(
    id: string,
    patch: MergePatch<Omit<ActionItem, 'id' | 'postmortemId'>>,
    options?: RequestOptions,
  ): Promise<ActionItem> {
    const response = await this.#fetch(
      'PATCH',
      `/action-items/${encodeURIComponent(id)}`,
      options,
      {
        body: JSON.stringify(patch),
        headers: { 'Content-Type': 'application/merge-patch+json' },
      },
    );
    return this.#checked(response);
  }

  async listLessons(
    query: ListLessonsRequest = {},
    options?: RequestOptions,
  ): Promise<LessonPage> {
    return this.#json('GET', `/lessons${toSearch(query)}`, options);
  }

  async getOverview(
    scope: { entityRef: string } | { teamRef: string },
    options?: RequestOptions,
  ): Promise<Overview> {
    return this.#json('GET', `/overview${toSearch(scope)}`, options);
  }

  #path(idOrKey: string): string {
    return `/postmortems/${encodeURIComponent(idOrKey)}`;
  }

  async #fetch(
    method: string,
    path: string,
    options: RequestOptions | undefined,
    init: { body?: string; headers?: Record<string, string> } = {},
  ): Promise<Response> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('postmortem');
    return this.#fetchApi.fetch(`${baseUrl}${path}`, {
      method,
      body: init.body,
      signal: options?.signal,
      headers: {
        ...init.headers,
        ...(options?.token && { Authorization: `Bearer ${options.token}` }),
      },
    });
  }

  async #json<T>(
    method: string,
    path: string,
    options: RequestOptions | undefined,
    body?: unknown,
  ): Promise<T> {
    const response = await this.#fetch(
      method,
      path,
      options,
      body === undefined
        ? {}
        : {
            body: JSON.stringify(body),
            headers: { 'Content-Type': 'application/json' },
          },
    );
    return this.#checked(response);
  }

  async #checked<T>(response: Response): Promise<T> {
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}
