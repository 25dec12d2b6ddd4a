import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { Text } from '@backstage/ui';
import { Mark } from '../nav/Mark';
import type { DemoPerson } from './DemoSession';
import { SigningIn } from './SigningIn';
import styles from './SignInPage.module.css';
import { useDemoSession } from './useDemoSession';

/** Lets somebody choose one of the company's people; for development only. */
export function SignInPage({ onSignInSuccess }: SignInPageProps) {
  const [, { person }] = useDemoSession();
  const organization = useApi(configApiRef).getString('organization.name');

  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <div className={styles.brand}>
          <Mark className={styles.mark} />
          <Text variant="title-small" weight="bold">
            {organization}
          </Text>
        </div>
        {person ? (
          <SigningIn person={person} onSignInSuccess={onSignInSuccess} />
        ) : (
          <People organization={organization} />
        )}
      </div>
    </main>
  );
}

function People({ organization }: { organization: string }) {
  const [session] = useDemoSession();

  return (
    <>
      <Text as="h1" variant="title-medium" weight="bold">
        Who are you today?
      </Text>
      <Text as="p" color="secondary">
        Choose one of the people of {organization}, an invented company.
      </Text>
      <ul className={styles.people} aria-label="People to sign in as">
        {session.people.map(person => (
          <li key={person.entityRef}>
            <PersonButton
              person={person}
              onChoose={() => session.choose(person)}
            />
          </li>
        ))}
      </ul>
      <Text as="p" variant="body-small" color="secondary">
        No password is asked for: this is for development, and the backend does
        not start with it in production.
      </Text>
    </>
  );
}

function PersonButton(props: { person: DemoPerson; onChoose: () => void }) {
  const { name, role, team } = props.person;

  return (
    <button type="button" className={styles.person} onClick={props.onChoose}>
      <span className={styles.initials} aria-hidden>
        {name
          .split(' ')
          .map(word => word[0])
          .join('')
          .slice(0, 2)}
      </span>
      <span className={styles.personText}>
        <Text variant="body-large" weight="bold">
          {name}
        </Text>{' '}
        <Text variant="body-medium" color="secondary">
          {role} · {team}
        </Text>
      </span>
    </button>
  );
}
