import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { Alert, Button, Flex } from '@backstage/ui';
import { useEffect, useState } from 'react';
import styles from './SessionNotice.module.css';
import { useDemoSession } from './useDemoSession';

/**
 * Shown over whatever page is open when the session does not hold any more.
 * Signing in again happens in place, so nothing that was typed is lost.
 */
export function SessionNotice() {
  const [session, { problem }] = useDemoSession();
  const identityApi = useApi(identityApiRef);
  const [signedIn, setSignedIn] = useState(false);
  const [isPending, setPending] = useState(false);

  useEffect(() => {
    // Settles once the sign-in page has handed over; until then that page
    // itself says what is wrong.
    identityApi.getProfileInfo().then(
      () => setSignedIn(true),
      () => setSignedIn(true),
    );
  }, [identityApi]);

  if (!signedIn || !problem) {
    return null;
  }

  const renew = async () => {
    setPending(true);
    await session.renew();
    setPending(false);
  };

  return (
    <div className={styles.notice} role="alert">
      <Alert
        status="warning"
        icon
        title="You are not signed in any more"
        description={`What you typed is still here. Sign in again, then repeat what you were doing. (${problem})`}
        customActions={
          <Flex gap="2">
            <Button size="small" isPending={isPending} onPress={renew}>
              Sign in again
            </Button>
            <Button
              size="small"
              variant="secondary"
              onPress={() => identityApi.signOut()}
            >
              Sign out
            </Button>
          </Flex>
        }
      />
    </div>
  );
}
