import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Skeleton, Text } from '@backstage/ui';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { lazy, type ReactNode, Suspense, useMemo } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { LoadError, ShowMore } from '../shared';
import { AffectedRow } from './AffectedRow';
import styles from './BlastRadius.module.css';
import { rolesOf } from './roles';
import { type Spread, traceSpread } from './traceSpread';
import { useLookUp } from './useLookUp';

const FIRST = 10;

const BlastRadiusGraph = lazy(() =>
  import('./BlastRadiusGraph').then(m => ({ default: m.BlastRadiusGraph })),
);

/** How far the incident went along the relations of the catalog. */
export function BlastRadius(props: {
  postmortem: Postmortem;
  canEdit: boolean;
  onChanged: (postmortem: Postmortem) => void;
}) {
  const { entities } = props.postmortem;
  const lookUp = useLookUp();
  const inRole = (role: 'cause' | 'affected') =>
    entities
      .filter(entity => entity.role === role)
      .map(({ entityRef }) => entityRef);
  const causes = inRole('cause').join(' ');
  const affected = inRole('affected').join(' ');
  const { value, error, retry } = useAsyncRetry(
    async () =>
      traceSpread(
        {
          causes: causes.split(' '),
          affected: affected.split(' ').filter(Boolean),
        },
        lookUp,
      ),
    [causes, affected, lookUp],
  );
  if (error) {
    return (
      <LoadError what="The catalog’s relations" error={error} onRetry={retry} />
    );
  }
  if (!value) {
    return <Skeleton width="100%" height={240} />;
  }
  return <SpreadView {...props} spread={value} />;
}

function SpreadView(props: {
  spread: Spread;
  postmortem: Postmortem;
  canEdit: boolean;
  onChanged: (postmortem: Postmortem) => void;
}) {
  const { spread, ...rest } = props;
  const { causes, affected } = spread;
  const roles = useMemo(() => rolesOf(spread), [spread]);
  return (
    <>
      {roles.size > 1 && (
        <Suspense fallback={<div className={styles.graph} />}>
          <BlastRadiusGraph roles={roles} />
        </Suspense>
      )}
      <div className={styles.groups}>
        <Group title="Cause">
          <EntityList refs={causes} />
        </Group>
        <Group title={`Affected (${affected.length})`}>
          {affected.length === 0 ? (
            <Text as="p" color="secondary">
              Nothing else is named as affected.
            </Text>
          ) : (
            <>
              {affected.some(({ isUndeclared }) => isUndeclared) && (
                <Text as="p" variant="body-small" color="secondary">
                  An undeclared dependency is one that the incident showed and
                  the catalog does not know: it declares no path from the cause.
                </Text>
              )}
              <ShowMore items={affected} limit={FIRST}>
                {shown => (
                  <ul className={styles.list}>
                    {shown.map(item => (
                      <AffectedRow
                        key={item.entityRef}
                        affected={item}
                        causeRef={causes[0]}
                        {...rest}
                      />
                    ))}
                  </ul>
                )}
              </ShowMore>
            </>
          )}
        </Group>
        <Spared
          title="Depends on the cause, not affected"
          refs={spread.unaffectedDependents}
        />
        <Spared
          title="What the cause depends on, not affected"
          refs={spread.unaffectedDependencies}
        />
      </div>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text as="h4" variant="body-medium" weight="bold">
        {title}
      </Text>
      {children}
    </div>
  );
}

function EntityList({ refs }: { refs: readonly string[] }) {
  return (
    <ul className={styles.chips}>
      {refs.map(ref => (
        <li key={ref}>
          <EntityRefLink entityRef={ref} />
        </li>
      ))}
    </ul>
  );
}

function Spared({ title, refs }: { title: string; refs: string[] }) {
  if (refs.length === 0) {
    return null;
  }
  return (
    <Group title={`${title} (${refs.length})`}>
      <ShowMore items={refs} limit={FIRST}>
        {shown => <EntityList refs={shown} />}
      </ShowMore>
    </Group>
  );
}
