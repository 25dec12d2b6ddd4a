import { TextField } from '@backstage/ui';
import type { PostmortemContent } from 'backstage-plugin-postmortem-common';
import type { FieldPathByValue } from 'react-hook-form';
import { EntityPicker } from '../../EntityPicker';
import { FieldHints } from '../../Hints';
import { MarkdownField } from '../../MarkdownField';
import { TimeField } from '../../TimeField';
import { useField, type ContentPath } from '../EditorContext';
import { ChoiceField } from './ChoiceField';
import { FieldConflicts } from './FieldConflicts';

/** The places of a document that hold a text or nothing. */
export type TextPath = Extract<
  FieldPathByValue<PostmortemContent, string | null>,
  ContentPath
>;

interface DocumentFieldProps {
  path: TextPath;
  label: string;
  description?: string;
  isRequired?: boolean;
}

function useTextField(path: TextPath) {
  const { value, onChange, errorMessage } = useField(path);
  return {
    value: (value ?? null) as string | null,
    onChange: onChange as (value: string | null) => void,
    errorMessage,
  };
}

/** A single line of the document. */
export function DocumentText(
  props: DocumentFieldProps & { placeholder?: string; isNullable?: boolean },
) {
  const { path, isNullable = true, ...field } = props;
  const { value, onChange, errorMessage } = useTextField(path);
  return (
    <div>
      <TextField
        {...field}
        value={value ?? ''}
        onChange={text => onChange(text === '' && isNullable ? null : text)}
        validationBehavior="aria"
        validate={() => errorMessage ?? null}
      />
      <FieldHints path={path} />
      <FieldConflicts path={path} />
    </div>
  );
}

/** A longer text of the document. */
export function DocumentMarkdown(
  props: DocumentFieldProps & { placeholder?: string; rows?: number },
) {
  const { path, ...field } = props;
  return (
    <div>
      <MarkdownField {...field} {...useTextField(path)} />
      <FieldHints path={path} />
      <FieldConflicts path={path} />
    </div>
  );
}

/** An instant of the document. */
export function DocumentTime(
  props: DocumentFieldProps & { near?: string | null },
) {
  const { path, ...field } = props;
  return (
    <div>
      <TimeField {...field} {...useTextField(path)} />
      <FieldConflicts path={path} />
    </div>
  );
}

/** One of a few values. */
export function DocumentChoice(
  props: DocumentFieldProps & {
    names: Readonly<Record<string, string>>;
    /** What stands for no value; without it there has to be one. */
    noneName?: string;
  },
) {
  const { path, ...field } = props;
  return (
    <div>
      <ChoiceField {...field} {...useTextField(path)} />
      <FieldConflicts path={path} />
    </div>
  );
}

/** An entity of the catalog. */
export function DocumentEntity(
  props: DocumentFieldProps & { kinds: readonly string[] },
) {
  const { path, ...field } = props;
  return (
    <div>
      <EntityPicker {...field} {...useTextField(path)} />
      <FieldConflicts path={path} />
    </div>
  );
}
