import type { EntityNode } from '@backstage/plugin-catalog-graph';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import { useLayoutEffect, useRef, useState } from 'react';
import styles from './BlastRadius.module.css';
import { ROLES, type Role } from './roles';

const PADDING = 10;
const LINE = 16;
const CORNERS: Record<Role, number> = {
  cause: 0,
  affected: 8,
  undeclared: 8,
  onTheWay: 8,
  spared: 22,
};

/** An entity in the graph: its part in the incident above its name. */
export function RoleNode(props: { node: EntityNode; inRole: Role }) {
  const { node, inRole: role } = props;
  const { primaryTitle, entityRef } = useEntityPresentation(node.entity);
  const text = useRef<SVGTextElement>(null);
  const [width, setWidth] = useState(0);
  // Its box is as wide as the words turn out.
  useLayoutEffect(() => {
    const measured = Math.round(text.current?.getBBox?.().width ?? 0);
    if (measured !== width) {
      setWidth(measured);
    }
  }, [width, primaryTitle]);
  const { mark, words } = ROLES[role];
  return (
    <g className={styles.node} data-role={role} onClick={node.onClick}>
      <rect
        width={width + 2 * PADDING}
        height={2 * LINE + 1.5 * PADDING}
        rx={CORNERS[role]}
      />
      <text ref={text} x={PADDING} y={PADDING + 4}>
        <tspan className={styles.role} x={PADDING} dy={4}>
          {mark} {words}
        </tspan>
        <tspan x={PADDING} dy={LINE + 2}>
          {primaryTitle}
        </tspan>
      </text>
      <title>{entityRef}</title>
    </g>
  );
}
