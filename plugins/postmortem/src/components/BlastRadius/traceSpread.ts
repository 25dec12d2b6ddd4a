import type { Entity } from '@backstage/catalog-model';
import { NEEDED_BY, NEEDS, PARTS, refOf, targetsOf, WHOLE } from './relations';

/** Gives those of some entities that the reader may see in the catalog. */
export type LookUp = (refs: string[]) => Promise<Entity[]>;

/** Something that the incident hit. */
export interface AffectedEntity {
  entityRef: string;
  /**
   * From a cause to it, both included, as the catalog declares it; null where
   * no path is declared.
   */
  path: string[] | null;
  /**
   * Whether the catalog declares no path although it knows both ends; never
   * said of what cannot be told.
   */
  isUndeclared: boolean;
}

/** How an incident spread along the relations of the catalog. */
export interface Spread {
  causes: string[];
  affected: AffectedEntity[];
  /** What depends on a cause directly, and was not hit. */
  unaffectedDependents: string[];
  /** What a cause depends on directly, and was not hit. */
  unaffectedDependencies: string[];
}

/** How far an incident is followed. */
const MAX_HOPS = 4;

// Far beyond what hangs together in most catalogs; a limit for the others.
const MAX_ENTITIES = 2_000;

interface Step {
  path: string[];
  /** Whether it has only gone down so far: to parts, and by load. */
  isDown: boolean;
}

/**
 * Where an incident can go from an entity. A failure spreads up: to what needs
 * the entity, and to the whole that it is a part of. Down it goes from a cause
 * alone: to the parts that fail with it and, where the postmortem says that
 * they were affected, to what it needs and may have put too much load on.
 */
function nextSteps(
  entity: Entity,
  { path, isDown }: Step,
  affected: ReadonlySet<string>,
): Step[] {
  const to = (refs: string[], goesDown: boolean) =>
    refs.map(ref => ({ path: [...path, ref], isDown: goesDown }));
  return [
    ...(isDown ? to(targetsOf(entity, PARTS), true) : []),
    ...(isDown
      ? to(
          targetsOf(entity, NEEDS).filter(ref => affected.has(ref)),
          true,
        )
      : []),
    ...to(targetsOf(entity, [...NEEDED_BY, ...WHOLE]), false),
  ];
}

const endOf = ({ path }: Step) => path[path.length - 1];

/**
 * Follows an incident from its causes along the relations of the catalog, with
 * one question to the catalog a hop.
 *
 * @param involved - what the postmortem names, by its full, lower-case ref
 */
export async function traceSpread(
  involved: { causes: string[]; affected: string[] },
  lookUp: LookUp,
): Promise<Spread> {
  const { causes } = involved;
  const affected = involved.affected.filter(ref => !causes.includes(ref));
  const isAffected = new Set(affected);
  const entities = new Map<string, Entity>();
  const learn = async (refs: string[]) => {
    const unknown = refs.filter(ref => !entities.has(ref));
    if (unknown.length > 0) {
      (await lookUp(unknown)).forEach(entity =>
        entities.set(refOf(entity), entity),
      );
    }
  };

  await learn([...causes, ...affected]);
  const paths = new Map<string, string[]>();
  const seen = new Set<string>();
  let level: Step[] = causes.map(ref => ({ path: [ref], isDown: true }));
  let isCut = false;
  for (let hop = 0; hop < MAX_HOPS && level.length > 0; hop++) {
    if (affected.every(ref => paths.has(ref))) {
      break;
    }
    await learn(level.map(endOf));
    const next = level.flatMap(step => {
      const entity = entities.get(endOf(step));
      return entity ? nextSteps(entity, step, isAffected) : [];
    });
    level = [];
    for (const step of next) {
      const ref = endOf(step);
      // From where the way can still go down, it leads to more.
      const key = `${ref} ${step.isDown}`;
      if (!seen.has(key) && !causes.includes(ref)) {
        isCut ||= seen.size >= MAX_ENTITIES;
        if (!isCut) {
          seen.add(key);
          level.push(step);
        }
        if (!paths.has(ref)) {
          paths.set(ref, step.path);
        }
      }
    }
  }

  const knowsCauses = causes.some(ref => entities.has(ref));
  const onTheWay = new Set(affected.flatMap(ref => paths.get(ref) ?? []));
  const unaffected = (types: readonly string[]) => [
    ...new Set(
      causes
        .flatMap(ref => targetsOf(entities.get(ref), types))
        .filter(
          ref =>
            !causes.includes(ref) && !isAffected.has(ref) && !onTheWay.has(ref),
        ),
    ),
  ];
  return {
    causes,
    affected: affected.map(entityRef => ({
      entityRef,
      path: paths.get(entityRef) ?? null,
      isUndeclared:
        !paths.has(entityRef) &&
        knowsCauses &&
        entities.has(entityRef) &&
        !isCut,
    })),
    unaffectedDependents: unaffected(NEEDED_BY),
    unaffectedDependencies: unaffected(NEEDS),
  };
}
