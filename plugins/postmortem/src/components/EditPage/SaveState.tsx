import { Button } from '@backstage/ui';
import {
  RiCheckLine,
  RiCloudOffLine,
  RiErrorWarningLine,
  RiLoader4Line,
} from '@remixicon/react';
import { useReducer, type ReactElement } from 'react';
import useInterval from 'react-use/esm/useInterval';
import type { AutosaveSnapshot } from '../../saving';
import { count, formatRelative } from '../shared';
import styles from './EditPage.module.css';
import { useEditor, useEditorState } from './EditorContext';

type Tone = 'calm' | 'warning' | 'danger';

interface Words {
  text: string;
  tone: Tone;
  canRetry?: boolean;
}

function savedWords({ savedAt }: AutosaveSnapshot): string {
  if (savedAt === null) {
    return 'Everything is saved';
  }
  return Date.now() - savedAt < 10_000
    ? 'Saved just now'
    : `Saved ${formatRelative(new Date(savedAt).toISOString())}`;
}

function wordsOf(snapshot: AutosaveSnapshot): Words {
  const { phase, issues, conflicts } = snapshot;
  switch (phase.name) {
    case 'waiting':
    case 'saving':
      return { text: 'Saving …', tone: 'calm' };
    case 'unreachable':
      return {
        text: 'Offline. Your text is kept in this browser.',
        tone: 'warning',
        canRetry: true,
      };
    case 'signedOut':
      return {
        text: 'Your session has ended. Sign in again in another window, then retry; your text is kept.',
        tone: 'danger',
        canRetry: true,
      };
    case 'refused':
      return {
        text:
          phase.status === 403
            ? 'Not saved: you may not change this postmortem.'
            : 'Not saved: this postmortem was deleted, or you may not see it any more.',
        tone: 'danger',
        canRetry: true,
      };
    case 'rejected':
      return {
        text: `Not saved: ${phase.message}`,
        tone: 'danger',
        canRetry: true,
      };
    default: {
      const fields = new Set(issues.map(({ path }) => path)).size;
      const open = fields + conflicts.length;
      return open > 0
        ? {
            text: `Saved, but for ${count(open, 'field')} to mend`,
            tone: 'danger',
          }
        : { text: savedWords(snapshot), tone: 'calm' };
    }
  }
}

const ICONS: Partial<Record<AutosaveSnapshot['phase']['name'], ReactElement>> =
  {
    saved: <RiCheckLine aria-hidden size={16} />,
    waiting: <RiLoader4Line aria-hidden size={16} />,
    saving: <RiLoader4Line aria-hidden size={16} />,
    unreachable: <RiCloudOffLine aria-hidden size={16} />,
  };

/** Whether what was written is saved, in words. */
export function SaveState() {
  const editor = useEditor();
  const snapshot = useEditorState(state => state);
  const [, tick] = useReducer((n: number) => n + 1, 0);
  useInterval(tick, snapshot.savedAt === null ? null : 10_000);

  const { text, tone, canRetry } = wordsOf(snapshot);
  const icon =
    tone === 'danger' ? (
      <RiErrorWarningLine aria-hidden size={16} />
    ) : (
      ICONS[snapshot.phase.name]
    );
  return (
    <div className={styles.saveState} data-tone={tone}>
      {icon}
      <span role="status">{text}</span>
      {canRetry && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => {
            editor.save();
          }}
        >
          Retry
        </Button>
      )}
    </div>
  );
}
