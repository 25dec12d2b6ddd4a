import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { LessonScope } from 'backstage-plugin-postmortem-common';
import type { DependencyLookup, EntityTag } from '../catalog/DependencyLookup';
import type { Path } from '../catalog/shortestPaths';

/** What in the catalog brings lessons to some entities. */
export interface Reach {
  scope: Exclude<LessonScope, 'self'>;
  /** The entities that lessons are looked for. */
  entityRefs: string[];
  /** Where lessons may come from; the closest first. */
  paths: Path[];
  /** The tags of the entities. */
  tags: EntityTag[];
}

/** Asks the catalog what brings lessons to entities. */
export class ReachResolver {
  readonly #dependencies: DependencyLookup;

  constructor(dependencies: DependencyLookup) {
    this.#dependencies = dependencies;
  }

  /** @throws ServiceUnavailableError when the catalog does not answer. */
  async resolve(
    scope: Reach['scope'],
    entityRefs: string[],
    credentials: BackstageCredentials,
  ): Promise<Reach> {
    if (scope === 'system') {
      const paths = await this.#dependencies.siblings(entityRefs, credentials);
      return { scope, entityRefs, paths, tags: [] };
    }
    const { paths, tags } = await this.#dependencies.dependencies(
      entityRefs,
      credentials,
      // Each entity owes an answer of its own.
      { ofEach: scope === 'waiting' },
    );
    return { scope, entityRefs, paths, tags };
  }
}
