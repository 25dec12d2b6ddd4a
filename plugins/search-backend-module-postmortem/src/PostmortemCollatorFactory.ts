import { Readable } from 'node:stream';
import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  MAX_DOCUMENTS_PAGE_SIZE,
  POSTMORTEM_SEARCH_TYPES,
  type PostmortemApi,
  PostmortemClient,
  postmortemReadPermission,
  type PostmortemSearchType,
} from 'backstage-plugin-postmortem-common';
import {
  type PostmortemDocument,
  toActionItemDocuments,
  type ToDocuments,
  toLessonDocuments,
  toPostmortemDocument,
} from './documents';

/**
 * What the collators work with.
 *
 * @public
 */
export type PostmortemCollatorFactoryOptions = {
  auth: AuthService;
  discovery: DiscoveryService;
};

const TYPES: Record<PostmortemSearchType, ToDocuments> = {
  postmortem: toPostmortemDocument,
  'postmortem-lesson': toLessonDocuments,
  'postmortem-action-item': toActionItemDocuments,
};

/**
 * Collects the documents of one type from the published and closed postmortems
 * that are not restricted, a page of postmortems at a time.
 *
 * Who may see a result is decided by `postmortem.read` at search time. Restricted
 * postmortems stay out of the index: a policy that allows everything would
 * otherwise show them to everybody.
 *
 * @public
 */
export class PostmortemCollatorFactory implements DocumentCollatorFactory {
  /** One for each type. */
  static createAll(
    options: PostmortemCollatorFactoryOptions,
  ): PostmortemCollatorFactory[] {
    const postmortems = new PostmortemClient({
      discoveryApi: options.discovery,
    });
    return POSTMORTEM_SEARCH_TYPES.map(
      type => new PostmortemCollatorFactory(type, options.auth, postmortems),
    );
  }

  readonly type: PostmortemSearchType;
  readonly visibilityPermission = postmortemReadPermission;
  readonly #auth: AuthService;
  readonly #postmortems: Pick<PostmortemApi, 'listPostmortems'>;

  private constructor(
    type: PostmortemSearchType,
    auth: AuthService,
    postmortems: Pick<PostmortemApi, 'listPostmortems'>,
  ) {
    this.type = type;
    this.#auth = auth;
    this.#postmortems = postmortems;
  }

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#collect());
  }

  async *#collect(): AsyncGenerator<PostmortemDocument> {
    const toDocuments = TYPES[this.type];
    let cursor: string | undefined;
    do {
      const { documents = [], pageInfo } =
        await this.#postmortems.listPostmortems(
          {
            status: ['published', 'closed'],
            // What is written meanwhile comes behind, and moves nothing.
            orderBy: 'createdAt',
            include: 'document',
            limit: MAX_DOCUMENTS_PAGE_SIZE,
            cursor,
          },
          await this.#token(),
        );
      for (const document of documents) {
        if (document.visibility === 'internal') {
          yield* toDocuments(document);
        }
      }
      cursor = pageInfo.nextCursor;
    } while (cursor);
  }

  async #token(): Promise<{ token: string }> {
    return this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'postmortem',
    });
  }
}
