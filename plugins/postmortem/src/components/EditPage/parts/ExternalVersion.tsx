import { Button, TextField } from '@backstage/ui';
import type { PostmortemContent } from 'backstage-plugin-postmortem-common';
import { MarkdownField } from '../../MarkdownField';
import { sectionId } from '../../PostmortemPage/sections';
import { useEditor, useErrorAt, useField } from '../EditorContext';
import { FieldConflicts } from '../fields';
import { SubSection } from '../Section';

type Version = NonNullable<PostmortemContent['externalVersion']>;

const NO_VERSION: Version = { title: null, text: null };

/** What people outside of the company are told, in words of its own. */
export function ExternalVersion() {
  const editor = useEditor();
  const { value, onChange } = useField('externalVersion');
  const titleIssue = useErrorAt('externalVersion.title');
  const textIssue = useErrorAt('externalVersion.text');
  const change = (changes: Partial<Version>) => {
    const next = { ...(value ?? NO_VERSION), ...changes };
    onChange(next.title || next.text ? next : null);
  };
  const startFromSummary = () => {
    const { title, summary } = editor.getSnapshot().content;
    change({ title: value?.title || title, text: summary });
  };
  return (
    <SubSection
      id={sectionId('externalVersion')}
      title="External version"
      hint="For customers and the public. It is exported alone, with nothing else of this document."
    >
      <TextField
        label="Title outside"
        value={value?.title ?? ''}
        onChange={title => change({ title: title || null })}
        validationBehavior="aria"
        validate={() => titleIssue ?? null}
      />
      <MarkdownField
        label="What they are told"
        rows={4}
        value={value?.text ?? null}
        onChange={text => change({ text })}
        errorMessage={textIssue}
      />
      {!value?.text && (
        <div>
          <Button size="small" variant="secondary" onPress={startFromSummary}>
            Start from the summary
          </Button>
        </div>
      )}
      <FieldConflicts path="externalVersion" />
    </SubSection>
  );
}
