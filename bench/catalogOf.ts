import {
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CHILD_OF,
  RELATION_CONSUMES_API,
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PARENT_OF,
  RELATION_PART_OF,
  RELATION_PROVIDES_API,
  parseEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { SYSTEM_SIZE, type World } from './world';

const INVERSE = new Map([
  [RELATION_DEPENDS_ON, RELATION_DEPENDENCY_OF],
  [RELATION_CONSUMES_API, RELATION_API_CONSUMED_BY],
  [RELATION_PROVIDES_API, RELATION_API_PROVIDED_BY],
  [RELATION_PART_OF, RELATION_HAS_PART],
  [RELATION_OWNED_BY, RELATION_OWNER_OF],
  [RELATION_PARENT_OF, RELATION_CHILD_OF],
]);

// Where in a system its parts stand; the first ones are components.
const APIS = [6, 7];
const DATABASES = [8, 9];

function newEntity(ref: string, tags: string[] = []): Entity {
  const { kind, namespace, name } = parseEntityRef(ref);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { namespace, name, tags },
    relations: [],
  };
}

/**
 * The entities of a world by their refs: each component consumes the APIs of
 * the next two systems, which components there provide, and has a database.
 */
export function catalogOf({
  entityRefs,
  teamRefs,
  tags,
  division,
}: World): Map<string, Entity> {
  const entities = new Map<string, Entity>();
  const systems = Math.ceil(entityRefs.length / SYSTEM_SIZE);
  const systemRef = (system: number) => `system:default/bench-${system + 1}`;
  const partOf = (system: number, position: number) =>
    entityRefs[(system % systems) * SYSTEM_SIZE + position];

  entityRefs.forEach((ref, index) =>
    entities.set(ref, newEntity(ref, [tags[index % tags.length]])),
  );
  [...teamRefs, ...division.map(({ ref }) => ref)].forEach(ref =>
    entities.set(ref, newEntity(ref)),
  );
  for (let system = 0; system < systems; system++) {
    entities.set(systemRef(system), newEntity(systemRef(system)));
  }

  const relate = (from: string, type: string, to: string | undefined) => {
    if (to) {
      entities.get(from)!.relations!.push({ type, targetRef: to });
      entities
        .get(to)!
        .relations!.push({ type: INVERSE.get(type)!, targetRef: from });
    }
  };
  entityRefs.forEach((ref, index) => {
    const system = Math.floor(index / SYSTEM_SIZE);
    const position = index % SYSTEM_SIZE;
    relate(ref, RELATION_PART_OF, systemRef(system));
    relate(ref, RELATION_OWNED_BY, teamRefs[index % teamRefs.length]);
    if (!ref.startsWith('component:')) {
      return;
    }
    relate(ref, RELATION_PROVIDES_API, partOf(system, APIS[position]));
    APIS.forEach((api, next) =>
      relate(ref, RELATION_CONSUMES_API, partOf(system + next + 1, api)),
    );
    relate(
      ref,
      RELATION_DEPENDS_ON,
      partOf(system, DATABASES[position % DATABASES.length]),
    );
  });
  for (const { ref, children } of division) {
    children.forEach(child => relate(ref, RELATION_PARENT_OF, child));
  }
  return entities;
}
