import { Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** Says what would be here, and offers the first step. */
export function EmptyState(props: {
  title: string;
  description?: ReactNode;
  action?: ReactNode;
}) {
  const { title, description, action } = props;
  return (
    <Flex direction="column" align="center" gap="2" p="6">
      <Text as="p" weight="bold">
        {title}
      </Text>
      {description && (
        <Text
          as="p"
          color="secondary"
          style={{ textAlign: 'center', maxWidth: '60ch' }}
        >
          {description}
        </Text>
      )}
      {action}
    </Flex>
  );
}
