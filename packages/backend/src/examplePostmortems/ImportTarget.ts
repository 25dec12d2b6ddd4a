import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type ImportResult,
  PostmortemClient,
} from 'backstage-plugin-postmortem-common';

/** A document, and the entities it is about beside those that it names. */
export type Example = { markdown: string; entityRefs: string[] };

/** The portal into which the examples are imported, as the loader needs it. */
export interface ImportTarget {
  /** Rejects while the postmortem backend cannot be asked. */
  ready(): Promise<void>;
  /** What an import would understand; nothing is stored. */
  preview(example: Example): Promise<ImportResult>;
  /** Imports, and gives the key of the postmortem. */
  import(example: Example): Promise<string>;
  /** The key of the postmortem that this import became, if it was stored. */
  findImported(preview: ImportResult): Promise<string | undefined>;
  /** Those of the refs that the catalog does not have (yet). */
  missingFromCatalog(entityRefs: string[]): Promise<string[]>;
}

/** Imports over the product's own REST API, as this plugin. */
export class PortalImportTarget implements ImportTarget {
  readonly #auth: AuthService;
  readonly #postmortems: PostmortemClient;
  readonly #catalog: CatalogService;

  constructor(options: {
    auth: AuthService;
    catalog: CatalogService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#postmortems = new PostmortemClient({
      discoveryApi: options.discovery,
    });
    this.#catalog = options.catalog;
  }

  async ready(): Promise<void> {
    await this.#postmortems.listPostmortems({ limit: 1 }, await this.#token());
  }

  async preview({ markdown, entityRefs }: Example): Promise<ImportResult> {
    return this.#postmortems.importMarkdown(
      markdown,
      { dryRun: true, entityRefs },
      await this.#token(),
    );
  }

  async import({ markdown, entityRefs }: Example): Promise<string> {
    const { postmortem } = await this.#postmortems.importMarkdown(
      markdown,
      { dryRun: false, entityRefs },
      await this.#token(),
    );
    if (!postmortem) {
      throw new Error('The import answered without the stored postmortem');
    }
    return postmortem.key;
  }

  async findImported(preview: ImportResult): Promise<string | undefined> {
    let cursor: string | undefined;
    do {
      const page = await this.#postmortems.listPostmortems(
        { limit: 100, orderBy: '-createdAt', cursor },
        await this.#token(),
      );
      const match = page.items.find(
        item =>
          item.title === preview.document.title &&
          item.incident.startedAt ===
            (preview.document.incident?.startedAt ?? null),
      );
      if (match) {
        return match.key;
      }
      cursor = page.pageInfo.nextCursor;
    } while (cursor);
    return undefined;
  }

  async missingFromCatalog(entityRefs: string[]): Promise<string[]> {
    const { items } = await this.#catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.namespace', 'metadata.name'] },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return entityRefs.filter((_ref, index) => !items[index]);
  }

  async #token(): Promise<{ token: string }> {
    return this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'postmortem',
    });
  }
}
