import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';

/** A titled card: what it is about, how many, and where to see them all. */
export function Panel(props: {
  title: string;
  /** Beside the title, such as a count. */
  detail?: ReactNode;
  /** At the end of the title's line. */
  action?: ReactNode;
  children: ReactNode;
}) {
  const { title, detail, action, children } = props;
  const id = useId();
  return (
    <Card aria-labelledby={id} role="region">
      <CardHeader>
        <Flex justify="between" align="center" gap="3">
          <Flex align="baseline" gap="2">
            <Text as="h3" id={id} variant="title-x-small" weight="bold">
              {title}
            </Text>
            {detail && (
              <Text variant="body-small" color="secondary">
                {detail}
              </Text>
            )}
          </Flex>
          {action}
        </Flex>
      </CardHeader>
      <CardBody>{children}</CardBody>
    </Card>
  );
}
