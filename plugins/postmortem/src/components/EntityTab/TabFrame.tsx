import { Flex, Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';
import styles from './EntityTab.module.css';

/** The tab's title, its actions at the end of the line, and what is below. */
export function TabFrame(props: {
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, actions, children } = props;
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.tab}>
      <Flex justify="between" align="center" gap="3" className={styles.heading}>
        <Text as="h2" id={id} variant="title-small" weight="bold">
          {title}
        </Text>
        <Flex gap="2">{actions}</Flex>
      </Flex>
      {children}
    </section>
  );
}
