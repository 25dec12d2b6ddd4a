import { Link } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Container, Flex, Grid, Text } from '@backstage/ui';
import styles from './HomePage.module.css';
import { TOUR } from './tour';
import { Widgets } from './Widgets';
import { YourServices } from './YourServices';
import { useProfileName } from './useProfileName';

/** Where somebody new starts: what there is to see, and what is theirs. */
export function HomePage({ widgets }: HomePageLayoutProps) {
  const organization = useApi(configApiRef).getString('organization.name');
  const name = useProfileName();

  return (
    <main>
      <Container py="6">
        <Flex direction="column" gap="6">
          <Text as="h1" variant="title-medium" weight="bold">
            {name ? `Hello, ${name}` : 'Home'}
          </Text>
          <section aria-labelledby="tour">
            <Text as="h2" id="tour" variant="title-x-small" weight="bold">
              What this portal shows
            </Text>
            <Text as="p" color="secondary">
              {organization} is an invented company. Its catalog and its
              postmortems are examples; everything can be changed, and nothing
              leaves this machine.
            </Text>
            <Grid.Root
              columns={{ initial: '1', sm: '2', lg: '3' }}
              gap="4"
              mt="4"
            >
              {TOUR.map(stop => (
                <Link
                  key={stop.href}
                  to={stop.href}
                  underline="none"
                  className={styles.stop}
                >
                  <Text as="h3" variant="body-large" weight="bold">
                    {stop.title}
                  </Text>
                  <Text as="p" variant="body-medium" color="secondary">
                    {stop.description}
                  </Text>
                </Link>
              ))}
            </Grid.Root>
          </section>
          <Widgets widgets={widgets} />
          <YourServices />
        </Flex>
      </Container>
    </main>
  );
}
