import { type Entity, parseEntityRef } from '@backstage/catalog-model';
import { useApiHolder } from '@backstage/core-plugin-api';
import {
  catalogGraphApiRef,
  Direction,
  EntityRelationsGraph,
  type EntityNode,
} from '@backstage/plugin-catalog-graph';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback, useMemo } from 'react';
import { useNavigate } from '../../routing';
import styles from './BlastRadius.module.css';
import { NEEDED_BY, NEEDS, PARTS, refOf, WHOLE } from './relations';
import { ROLES, type Role } from './roles';
import { RoleNode } from './RoleNode';

const RELATIONS = [...NEEDS, ...NEEDED_BY, ...PARTS, ...WHOLE];

/** Enough room to read the words of so many nodes; in rem. */
function heightFor(nodes: number): number {
  return Math.min(36, Math.max(15, 6 + 2 * nodes));
}

const noLabel = () => null;

/**
 * The cause, what it hit and its neighbors, as the catalog connects them. The
 * list beside it says the same in words; this is for the eye alone.
 */
export function BlastRadiusGraph({ roles }: { roles: Map<string, Role> }) {
  const navigate = useNavigate();
  const entityRoute = useRouteRef(entityRouteRef);
  // All of them are roots: no other entity is to be asked for.
  const roots = useMemo(
    () => [...roles.keys()].map(ref => parseEntityRef(ref)),
    [roles],
  );
  const renderNode = useCallback(
    ({ node }: { node: EntityNode }) => (
      <RoleNode
        node={node}
        inRole={roles.get(refOf(node.entity)) ?? 'spared'}
      />
    ),
    [roles],
  );
  const open = useCallback(
    ({ entity }: { entity: Entity }) =>
      navigate(entityRoute(entityRouteParams(entity))),
    [navigate, entityRoute],
  );
  // A portal may do without the plugin that the graph belongs to.
  if (!useApiHolder().get(catalogGraphApiRef)) {
    return null;
  }
  const shown = new Set(roles.values());
  return (
    <div
      className={styles.graph}
      style={{ height: `${heightFor(roles.size)}rem` }}
      aria-hidden
    >
      <EntityRelationsGraph
        className={styles.canvas}
        rootEntityNames={roots}
        maxDepth={0}
        relations={RELATIONS}
        unidirectional={false}
        direction={Direction.RIGHT_LEFT}
        zoom="disabled"
        allowFullscreen={false}
        showArrowHeads
        curve="curveMonotoneX"
        renderNode={renderNode}
        renderLabel={noLabel}
        onNodeClick={open}
      />
      <p className={styles.legend}>
        {Object.entries(ROLES)
          .filter(([role]) => shown.has(role as Role))
          .map(([role, { mark, words }]) => (
            <span key={role}>
              {mark} {words}
            </span>
          ))}
        <span>An arrow points to what something needs.</span>
      </p>
    </div>
  );
}
