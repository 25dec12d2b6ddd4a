import { Button, TextAreaField } from '@backstage/ui';
import type { ActionItem } from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { count } from '../shared';
import styles from './ActionItem.module.css';

const ASKED = {
  done: {
    label: (titles: string) => `What shows that ${titles} done`,
    description: 'A link, or a sentence: a dashboard, a change, a test.',
    missing: 'Say what shows it, or paste a link.',
    confirm: 'Mark as done',
  },
  wont_do: {
    label: (titles: string) => `Why ${titles} not be done`,
    description: 'Whoever meets the same problem will want to know.',
    missing: 'Give a reason.',
    confirm: 'Won’t do',
  },
};

function subject(items: readonly ActionItem[], status: keyof typeof ASKED) {
  const verb = status === 'done' ? ['is', 'are'] : ['will', 'will'];
  return items.length === 1
    ? `“${items[0].title}” ${verb[0]}`
    : `these ${count(items.length, 'item')} ${verb[1]}`;
}

/** Asks for the evidence of what is done, or for the reason why it is not. */
export function ClosingForm(props: {
  items: readonly ActionItem[];
  status: 'done' | 'wont_do';
  onConfirm: (note: string) => void;
  onCancel: () => void;
}) {
  const { items, status, onConfirm, onCancel } = props;
  const [note, setNote] = useState('');
  const [isRefused, setRefused] = useState(false);
  const asked = ASKED[status];
  const confirm = () => {
    if (note.trim() === '') {
      setRefused(true);
    } else {
      onConfirm(note.trim());
    }
  };
  return (
    <div className={styles.form} role="group" aria-label={asked.confirm}>
      <TextAreaField
        // Somebody has just asked for it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        isRequired
        label={asked.label(subject(items, status))}
        description={asked.description}
        rows={2}
        maxLength={2000}
        value={note}
        onChange={setNote}
        validationBehavior="aria"
        validate={() =>
          isRefused && note.trim() === '' ? asked.missing : null
        }
      />
      <div className={styles.buttons}>
        <Button size="small" variant="primary" onPress={confirm}>
          {asked.confirm}
        </Button>
        <Button size="small" variant="secondary" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
