import { Readable } from 'node:stream';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  type PostmortemApi,
  PostmortemClient,
  postmortemReadPermission,
} from 'backstage-plugin-postmortem-common';
import { type PostmortemDocument, toDocument } from './toDocument';

export type { PostmortemDocument } from './toDocument';

/**
 * What the collator works with.
 *
 * @public
 */
export type PostmortemCollatorFactoryOptions = {
  auth: AuthService;
  discovery: DiscoveryService;
};

/**
 * Collects the published and closed postmortems that are not restricted.
 *
 * Who may see a result is decided by `postmortem.read` at search time. Restricted
 * postmortems stay out of the index: a policy that allows everything would
 * otherwise show them to everybody.
 *
 * @public
 */
export class PostmortemCollatorFactory implements DocumentCollatorFactory {
  static create(
    options: PostmortemCollatorFactoryOptions,
  ): PostmortemCollatorFactory {
    return new PostmortemCollatorFactory(
      options.auth,
      new PostmortemClient({ discoveryApi: options.discovery }),
    );
  }

  readonly type = 'postmortem';
  readonly visibilityPermission = postmortemReadPermission;
  readonly #auth: AuthService;
  readonly #postmortems: Pick<
    PostmortemApi,
    'getPostmortem' | 'listPostmortems'
  >;

  private constructor(
    auth: AuthService,
    postmortems: Pick<PostmortemApi, 'getPostmortem' | 'listPostmortems'>,
  ) {
    this.#auth = auth;
    this.#postmortems = postmortems;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collect());
  }

  async *#collect(): AsyncGenerator<PostmortemDocument> {
    let cursor: string | undefined;
    do {
      const page = await this.#postmortems.listPostmortems(
        {
          status: ['published', 'closed'],
          orderBy: 'createdAt',
          limit: 100,
          cursor,
        },
        await this.#token(),
      );
      for (const { id, visibility } of page.items) {
        if (visibility === 'internal') {
          yield toDocument(
            await this.#postmortems.getPostmortem(id, await this.#token()),
          );
        }
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
  }

  async #token(): Promise<{ token: string }> {
    return this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'postmortem',
    });
  }
}
