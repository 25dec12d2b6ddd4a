import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Alert, Button, Flex, Text } from '@backstage/ui';
import { useEffect, useRef } from 'react';
import type { DemoPerson } from './DemoSession';
import { useDemoSession } from './useDemoSession';

// A backend that was just started needs a while until it answers.
const RETRY_AFTER_MS = 3000;

type Props = {
  person: DemoPerson;
  onSignInSuccess: SignInPageProps['onSignInSuccess'];
};

/** Asks for a session as the chosen person until there is one. */
export function SigningIn({ person, onSignInSuccess }: Props) {
  const [session, { identity, problem }] = useDemoSession();
  const onSuccess = useRef(onSignInSuccess);
  onSuccess.current = onSignInSuccess;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let stopped = false;
    const attempt = async () => {
      const signedIn = await session.renew();
      if (stopped) {
        return;
      }
      if (signedIn && identity) {
        onSuccess.current(identity);
      } else {
        timer = setTimeout(attempt, RETRY_AFTER_MS);
      }
    };
    attempt();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [session, identity]);

  return (
    <>
      <Text as="h1" variant="title-medium" weight="bold">
        Signing in as {person.name}
      </Text>
      {problem && (
        <Alert
          mt="4"
          role="status"
          status="warning"
          icon
          title="The portal does not let you in yet"
          description={`It may still be starting or loading its catalog, and is asked again every few seconds. It said: ${problem}`}
        />
      )}
      <Flex mt="4">
        <Button variant="secondary" onPress={() => session.forget()}>
          Choose somebody else
        </Button>
      </Flex>
    </>
  );
}
