import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { Grid, Text } from '@backstage/ui';
import { Fragment } from 'react';

/** The widgets that come with postmortems, of all that the portal has. */
export function Widgets({ widgets }: HomePageLayoutProps) {
  const shown = widgets.filter(
    ({ node }) => node.spec.plugin.pluginId === 'postmortem',
  );
  if (shown.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="postmortem-widgets">
      <Text
        as="h2"
        id="postmortem-widgets"
        variant="title-x-small"
        weight="bold"
      >
        After incidents
      </Text>
      <Grid.Root columns={{ initial: '1', md: '3' }} gap="4" mt="4">
        {shown.map(({ node, component }) => (
          <Fragment key={node.spec.id}>{component}</Fragment>
        ))}
      </Grid.Root>
    </section>
  );
}
