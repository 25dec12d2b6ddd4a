import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Button, Text } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import type { InvolvedEntity } from 'backstage-plugin-postmortem-common';
import { useEffect, useId, useRef, useState } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { SERVICE_KINDS } from '../../../entityKinds';
import { type Dependent, findDependents, useLookUp } from '../../BlastRadius';
import { ShowMore } from '../../shared';
import styles from './ProposedEntities.module.css';

const FIRST = 8;

/** What depends on the causes of the incident and is not named yet. */
function useProposals(involved: readonly InvolvedEntity[]) {
  const lookUp = useLookUp();
  const causes = involved
    .filter(({ role }) => role === 'cause')
    .map(({ entityRef }) => entityRef)
    .join(' ');
  const { value, error, retry } = useAsyncRetry(
    async () => (causes ? findDependents(causes.split(' '), lookUp) : []),
    [causes, lookUp],
  );
  const named = new Set(involved.map(({ entityRef }) => entityRef));
  const proposals = (value ?? []).filter(
    ({ entityRef }) =>
      !named.has(entityRef) && SERVICE_KINDS.includes(entityRef.split(':')[0]),
  );
  return { proposals, error, retry };
}

/** How something depends on the cause, for those who only hear it. */
function explain({ entityRef, path }: Dependent): string {
  const [cause, ...between] = path.slice(0, -1);
  const way = between.length > 0 ? ` by way of ${between.join(', ')}` : '';
  return `Add ${entityRef} as affected: it depends on ${cause}${way}`;
}

/** Proposes what depends on the cause as affected; adds nothing by itself. */
export function ProposedEntities(props: {
  involved: readonly InvolvedEntity[];
  onAdd: (entityRef: string) => void;
}) {
  const { involved, onAdd } = props;
  const { proposals, error, retry } = useProposals(involved);
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState(0);
  // The button that had the focus is gone: the next one takes it.
  useEffect(() => {
    if (added > 0) {
      group.current?.querySelector('button')?.focus();
    }
  }, [added]);

  if (error) {
    return (
      <div className={styles.failure}>
        <Text variant="body-small" color="secondary">
          What depends on the cause could not be looked up: {error.message}
        </Text>
        <Button size="small" variant="tertiary" onPress={retry}>
          Retry
        </Button>
      </div>
    );
  }
  if (proposals.length === 0) {
    return null;
  }
  return (
    <div role="group" aria-labelledby={id} ref={group}>
      <Text as="p" id={id} variant="body-small" color="secondary">
        Depends on the cause. Was it affected?
      </Text>
      <ShowMore items={proposals} limit={FIRST}>
        {shown => (
          <ul className={styles.chips}>
            {shown.map(proposal => (
              <li key={proposal.entityRef}>
                <Button
                  size="small"
                  variant="secondary"
                  iconStart={<RiAddLine aria-hidden />}
                  aria-label={explain(proposal)}
                  onPress={() => {
                    onAdd(proposal.entityRef);
                    setAdded(added + 1);
                  }}
                >
                  <EntityDisplayName
                    entityRef={proposal.entityRef}
                    disableTooltip
                    hideIcon
                  />
                  {proposal.path.length > 2 && (
                    <span className={styles.far}>two hops away</span>
                  )}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
    </div>
  );
}
