import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, Link } from '@backstage/ui';
import { RiShareLine } from '@remixicon/react';
import type { SnapshotInput } from 'backstage-plugin-postmortem-common';
import { useEffect, useState } from 'react';
import { postmortemApiRef } from '../../api';
import { usePostmortemLinks } from '../../links';
import { FailureAlert, useAction } from '../shared';
import styles from './Reports.module.css';

/** Keeps the figures as they are now, and gives the link to them. */
export function ShareReport({ input }: { input: SnapshotInput }) {
  const api = useApi(postmortemApiRef);
  const links = usePostmortemLinks();
  const { isRunning, failure, run } = useAction();
  const [shared, setShared] = useState<{ path: string; isCopied: boolean }>();
  const key = JSON.stringify(input);
  // A link to other figures than those on the page would mislead.
  useEffect(() => setShared(undefined), [key]);

  const share = () =>
    run('The report was not shared', async () => {
      const { id } = await api.createSnapshot(input);
      const path = links.snapshot(id);
      const { href } = new URL(path, window.location.origin);
      // Some browsers and some pages do not let anybody copy: the link is there.
      const isCopied = await Promise.resolve()
        .then(() => navigator.clipboard.writeText(href))
        .then(
          () => true,
          () => false,
        );
      setShared({ path, isCopied });
    });

  return (
    <>
      <Button
        variant="primary"
        isPending={isRunning}
        iconStart={<RiShareLine aria-hidden />}
        onPress={share}
      >
        Share this report
      </Button>
      {(shared || failure) && (
        <div className={styles.shared}>
          {failure && <FailureAlert failure={failure} />}
          {shared && !failure && (
            <Alert
              status="success"
              icon
              role="status"
              title={
                shared.isCopied
                  ? 'The figures are kept as of now; the link is in the clipboard'
                  : 'The figures are kept as of now'
              }
              description={
                <>
                  <Link href={shared.path}>
                    {new URL(shared.path, window.location.origin).href}
                  </Link>{' '}
                  opens for everybody who may read all of the postmortems that
                  they are of.
                </>
              }
            />
          )}
        </div>
      )}
    </>
  );
}
