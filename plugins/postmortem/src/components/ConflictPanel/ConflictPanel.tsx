import { Button, Flex, Text, TextAreaField } from '@backstage/ui';
import type {
  Conflict,
  ConflictChoice,
} from 'backstage-plugin-postmortem-common';
import { useEffect, useId, useRef, useState } from 'react';
import styles from './ConflictPanel.module.css';
import { inWords } from './inWords';

/** The id of the panel of a conflict, to lead to it. */
export function conflictId(path: string): string {
  return `conflict-${path}`;
}

function Version(props: {
  title: string;
  conflict: Conflict;
  side: 'mine' | 'theirs';
}) {
  const { title, conflict, side } = props;
  return (
    <div className={styles.version}>
      <Text as="p" variant="body-small" weight="bold">
        {title}
      </Text>
      <div className={styles.words}>{inWords(conflict, side)}</div>
    </div>
  );
}

/**
 * Shows what two people wrote in one place, and lets the writer choose one or
 * combine both. Until then their version stays saved, and mine in the form.
 */
export function ConflictPanel(props: {
  conflict: Conflict;
  onResolve: (choice: ConflictChoice) => void;
}) {
  const { conflict, onResolve } = props;
  const titleId = useId();
  const [combined, setCombined] = useState<string | null>(null);
  const combination = useRef<HTMLDivElement>(null);
  const isCombining = combined !== null;
  useEffect(() => {
    if (isCombining) {
      combination.current?.querySelector('textarea')?.focus();
    }
  }, [isCombining]);
  const mine = typeof conflict.mine === 'string' ? conflict.mine : '';
  const theirs = typeof conflict.theirs === 'string' ? conflict.theirs : '';

  return (
    <section
      id={conflictId(conflict.path)}
      tabIndex={-1}
      className={styles.panel}
      aria-labelledby={titleId}
    >
      <Text as="p" id={titleId} weight="bold">
        Two versions of “{conflict.label}”
      </Text>
      <Text as="p" variant="body-small" color="secondary">
        Somebody else changed this while you did. Theirs is saved; yours is kept
        here until you choose.
      </Text>
      <div className={styles.versions}>
        <Version title="Yours" conflict={conflict} side="mine" />
        <Version title="Theirs" conflict={conflict} side="theirs" />
      </div>
      {isCombining && (
        <TextAreaField
          ref={combination}
          label="Both combined"
          rows={6}
          value={combined}
          onChange={setCombined}
        />
      )}
      <Flex gap="2" className={styles.choices}>
        {!isCombining ? (
          <>
            <Button size="small" onPress={() => onResolve('mine')}>
              Keep yours
            </Button>
            <Button
              size="small"
              variant="secondary"
              onPress={() => onResolve('theirs')}
            >
              Take theirs
            </Button>
            {conflict.kind === 'text' && (
              <Button
                size="small"
                variant="secondary"
                onPress={() =>
                  setCombined([theirs, mine].filter(Boolean).join('\n\n'))
                }
              >
                Combine both
              </Button>
            )}
          </>
        ) : (
          <>
            <Button size="small" onPress={() => onResolve({ text: combined })}>
              Use this text
            </Button>
            <Button
              size="small"
              variant="tertiary"
              onPress={() => setCombined(null)}
            >
              Back
            </Button>
          </>
        )}
      </Flex>
    </section>
  );
}
