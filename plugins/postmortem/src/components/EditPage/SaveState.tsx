import { EntityDisplayName } from '@backstage/plugin-catalog-react';
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
import { conflictId } from '../ConflictPanel';
import styles from './EditPage.module.css';
import { useEditor, useEditorState } from './EditorContext';
import { goTo } from './goTo';

type Tone = 'calm' | 'warning' | 'danger';

interface Words {
  text: string;
  tone: Tone;
  canRetry?: boolean;
  /** Whether there is a place to go to. */
  canShow?: boolean;
}

function savedWords({ savedAt }: AutosaveSnapshot): string {
  if (savedAt === null) {
    return 'Everything is saved';
  }
  return Date.now() - savedAt < 10_000
    ? 'Saved just now'
    : `Saved ${formatRelative(new Date(savedAt).toISOString())}`;
}

function openWords({ issues, conflicts }: AutosaveSnapshot): string {
  const wrong = new Set(issues.map(({ path }) => path)).size;
  const open = [
    wrong > 0 && `${count(wrong, 'field')} to mend`,
    conflicts.length > 0 && `${count(conflicts.length, 'field')} to choose`,
  ];
  return `Saved, but for ${open.filter(Boolean).join(' and ')}`;
}

function showFirst({ conflicts }: AutosaveSnapshot): void {
  goTo(
    conflicts.length > 0
      ? document.getElementById(conflictId(conflicts[0].path))
      : document.querySelector('[aria-invalid="true"]'),
  );
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
    default:
      return issues.length + conflicts.length > 0
        ? { text: openWords(snapshot), tone: 'danger', canShow: true }
        : { text: savedWords(snapshot), tone: 'calm' };
  }
}

const ICONS: Partial<Record<AutosaveSnapshot['phase']['name'], ReactElement>> =
  {
    saved: <RiCheckLine aria-hidden size={16} />,
    waiting: <RiLoader4Line aria-hidden size={16} />,
    saving: <RiLoader4Line aria-hidden size={16} />,
    unreachable: <RiCloudOffLine aria-hidden size={16} />,
  };

function MergedWith({ author }: { author: string }) {
  return (
    <>
      , merged with changes of{' '}
      {author.includes(':') ? (
        <EntityDisplayName entityRef={author} hideIcon disableTooltip />
      ) : (
        author
      )}
    </>
  );
}

/** Whether what was written is saved, in words. */
export function SaveState() {
  const editor = useEditor();
  const snapshot = useEditorState(state => state);
  const [, tick] = useReducer((n: number) => n + 1, 0);
  useInterval(tick, snapshot.savedAt === null ? null : 10_000);

  const { text, tone, canRetry, canShow } = wordsOf(snapshot);
  const icon =
    tone === 'danger' ? (
      <RiErrorWarningLine aria-hidden size={16} />
    ) : (
      ICONS[snapshot.phase.name]
    );
  return (
    <div className={styles.saveState} data-tone={tone}>
      {icon}
      <span role="status">
        {text}
        {snapshot.mergedWith && <MergedWith author={snapshot.mergedWith} />}
      </span>
      {canShow && (
        <Button
          size="small"
          variant="secondary"
          onPress={() => showFirst(snapshot)}
        >
          Show
        </Button>
      )}
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
