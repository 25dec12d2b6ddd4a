import { Alert, Button, Flex } from '@backstage/ui';
import { conflictId } from '../ConflictPanel';
import { goTo } from './goTo';
import { CopyMarkdown } from './CopyMarkdown';
import styles from './EditPage.module.css';
import { useEditor, useEditorState } from './EditorContext';

function ConflictsNotice() {
  const conflicts = useEditorState(snapshot => snapshot.conflicts);
  if (conflicts.length === 0) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      role="alert"
      title="Somebody else wrote in the same places"
      description={
        <>
          Both versions are kept; choose or combine them. All else is saved.
          <Flex gap="2" style={{ flexWrap: 'wrap' }} mt="2">
            {conflicts.map(({ path, label }) => (
              <Button
                key={path}
                size="small"
                variant="secondary"
                onPress={() => goTo(document.getElementById(conflictId(path)))}
              >
                {label}
              </Button>
            ))}
          </Flex>
        </>
      }
    />
  );
}

function RestoredNotice() {
  const editor = useEditor();
  const restored = useEditorState(snapshot => snapshot.restored);
  if (restored === 'none') {
    return null;
  }
  return (
    <Alert
      status="info"
      icon
      role="status"
      title={
        restored === 'merged'
          ? 'Text that this browser had kept was brought back'
          : 'The kept text was taken out again'
      }
      description={
        restored === 'merged'
          ? 'The postmortem had been changed meanwhile; the two were merged.'
          : undefined
      }
      customActions={
        <Flex gap="2">
          <Button
            size="small"
            variant="secondary"
            onPress={() => editor.toggleRestored()}
          >
            {restored === 'merged' ? 'Discard it' : 'Undo'}
          </Button>
          <Button
            size="small"
            variant="tertiary"
            onPress={() => editor.dismissRestored()}
          >
            Dismiss
          </Button>
        </Flex>
      }
    />
  );
}

function RefusedNotice() {
  const phase = useEditorState(snapshot => snapshot.phase);
  if (phase.name !== 'refused' && phase.name !== 'rejected') {
    return null;
  }
  return (
    <Alert
      status="danger"
      icon
      role="alert"
      title="What you wrote could not be saved"
      description="It is kept in this browser. You can also take it with you as markdown."
      customActions={<CopyMarkdown />}
    />
  );
}

function DraftNotice() {
  const problem = useEditorState(snapshot => snapshot.draftProblem);
  if (problem === null) {
    return null;
  }
  return (
    <Alert
      status="warning"
      icon
      role="status"
      title="This browser cannot keep a copy of unsaved text"
      description={
        problem === 'full'
          ? 'Its storage is full. Until the text is saved, leave this page open.'
          : 'It does not allow storage for this site. Until the text is saved, leave this page open.'
      }
    />
  );
}

/** What the writer should know about the document as a whole. */
export function Notices() {
  return (
    <div className={styles.notices}>
      <RefusedNotice />
      <ConflictsNotice />
      <RestoredNotice />
      <DraftNotice />
    </div>
  );
}
