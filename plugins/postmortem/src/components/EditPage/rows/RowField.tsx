import { TextField } from '@backstage/ui';
import { useErrorAt } from '../EditorContext';

/** A line of text in a row, whose place in the document tells its errors. */
export function RowField(props: {
  path: string;
  label: string;
  value: string | null;
  onChange: (value: string) => void;
  isLabelHidden?: boolean;
  placeholder?: string;
}) {
  const { path, label, value, onChange, isLabelHidden, placeholder } = props;
  const errorMessage = useErrorAt(path);
  return (
    <TextField
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      placeholder={placeholder ?? (isLabelHidden ? label : undefined)}
      value={value ?? ''}
      onChange={onChange}
      validationBehavior="aria"
      validate={() => errorMessage ?? null}
    />
  );
}
