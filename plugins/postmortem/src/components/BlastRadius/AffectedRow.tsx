import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Badge, Button, Link, Text } from '@backstage/ui';
import { RiAddLine, RiErrorWarningLine } from '@remixicon/react';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { useEffect, useRef, useState } from 'react';
import { usePostmortemLinks } from '../../links';
import { EntityPath, FailureAlert, useAction } from '../shared';
import styles from './BlastRadius.module.css';
import type { AffectedEntity } from './traceSpread';
import { useDeclareDependency } from './useDeclareDependency';

/** What was hit, by which way, or that the catalog knows of none. */
export function AffectedRow(props: {
  affected: AffectedEntity;
  /** What it is said to depend on, when the catalog is to be mended. */
  causeRef: string;
  postmortem: Postmortem;
  canEdit: boolean;
  onChanged: (postmortem: Postmortem) => void;
}) {
  const { affected, ...flag } = props;
  const { entityRef, path, isUndeclared } = affected;
  return (
    <li className={styles.row}>
      <EntityRefLink entityRef={entityRef} />
      {path && (
        <Text as="div" variant="body-small" color="secondary">
          <EntityPath path={path} />
        </Text>
      )}
      {isUndeclared && <Undeclared entityRef={entityRef} {...flag} />}
    </li>
  );
}

function Undeclared(props: {
  entityRef: string;
  causeRef: string;
  postmortem: Postmortem;
  canEdit: boolean;
  onChanged: (postmortem: Postmortem) => void;
}) {
  const { entityRef, causeRef, postmortem, canEdit, onChanged } = props;
  const links = usePostmortemLinks();
  const { itemFor, declare } = useDeclareDependency(postmortem);
  const { isRunning, failure, run } = useAction();
  const [isAdded, setAdded] = useState(false);
  const item = itemFor(entityRef);
  const added = useRef<HTMLAnchorElement>(null);
  // The button that had the focus is gone.
  useEffect(() => {
    if (isAdded) {
      added.current?.focus();
    }
  }, [isAdded]);

  const add = () =>
    run('The action item was not added', async () => {
      onChanged(await declare(entityRef, causeRef));
      setAdded(true);
    });

  return (
    <>
      <div className={styles.flag}>
        <Badge
          size="small"
          icon={<RiErrorWarningLine aria-hidden size={12} />}
          className={styles.badge}
        >
          Undeclared dependency
        </Badge>
        {item && (
          <Link
            ref={added}
            href={links.actionItem(postmortem.key, item.id)}
            variant="body-small"
          >
            {item.title}
          </Link>
        )}
        {!item && canEdit && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiAddLine aria-hidden />}
            isPending={isRunning}
            onPress={add}
            aria-label={`Add an action item to declare the dependency of ${entityRef}`}
          >
            Add an action item to declare it
          </Button>
        )}
      </div>
      {failure && <FailureAlert failure={failure} />}
    </>
  );
}
