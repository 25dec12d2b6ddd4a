import type { FetchMiddleware } from '@backstage/core-app-api';
import type { DemoSession } from './DemoSession';

/** Notices answers of the backend that say that a token is not valid. */
export class SessionFetchMiddleware implements FetchMiddleware {
  readonly #session: DemoSession;
  readonly #backendUrl: string;

  constructor(options: { session: DemoSession; backendUrl: string }) {
    this.#session = options.session;
    this.#backendUrl = options.backendUrl;
  }

  apply(next: typeof fetch): typeof fetch {
    return async (input, init) => {
      const response = await next(input, init);
      if (
        response.status === 401 &&
        response.url.startsWith(this.#backendUrl)
      ) {
        this.#session.report('The portal answered 401 Unauthorized');
      }
      return response;
    };
  }
}
