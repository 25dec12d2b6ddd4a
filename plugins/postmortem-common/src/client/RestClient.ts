import { ResponseError } from '@backstage/errors';
import type { RequestOptions } from './CollaborationApi';

type Query = Record<
  string,
  string | number | boolean | readonly string[] | undefined
>;

/** The query as the end of an address; without what is undefined or empty. */
export function toSearch(query: Query): string {
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

/** Sends requests to the backend of the plugin. */
export class RestClient {
  readonly #discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  readonly #fetchApi: { fetch: typeof fetch };

  constructor(options: {
    discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
    fetchApi?: { fetch: typeof fetch };
  }) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi ?? { fetch: globalThis.fetch };
  }

  /** The response, whatever its status. */
  async fetch(
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

  /**
   * The body of the answer.
   *
   * @throws ResponseError when the request failed.
   */
  async json<T>(
    method: string,
    path: string,
    options: RequestOptions | undefined,
    body?: unknown,
  ): Promise<T> {
    const response = await this.fetch(
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
    return this.checked(response);
  }

  /**
   * The answer to a GET, as text.
   *
   * @throws ResponseError when the request failed.
   */
  async text(
    path: string,
    options: RequestOptions | undefined,
  ): Promise<string> {
    const response = await this.fetch('GET', path, options);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.text();
  }

  /** @throws ResponseError when the request failed. */
  async checked<T>(response: Response): Promise<T> {
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return (response.status === 204 ? undefined : await response.json()) as T;
  }
}
