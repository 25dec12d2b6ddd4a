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
  /** Which of the paths is the first within a system; none without it. */
  siblingsFrom?: number;
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
      return { scope, entityRefs, paths, siblingsFrom: 0, tags: [] };
    }
    const { paths, tags } = await this.#dependencies.dependencies(
      entityRefs,
      credentials,
      // Each entity owes an answer of its own.
      { ofEach: scope === 'waiting' },
    );
    return { scope, entityRefs, paths, tags };
  }

  /**
   * What brings lessons to an entity from anywhere around it: from what it
   * depends on, and after that from its system.
   *
   * @throws ServiceUnavailableError when the catalog does not answer.
   */
  async around(
    entityRef: string,
    credentials: BackstageCredentials,
  ): Promise<Reach> {
    const [needed, system] = await Promise.all([
      this.resolve('dependencies', [entityRef], credentials),
      this.resolve('system', [entityRef], credentials),
    ]);
    return {
      ...needed,
      paths: [...needed.paths, ...system.paths],
      siblingsFrom: needed.paths.length,
    };
  }
}
