import { TextAreaField } from '@backstage/ui';
import { FieldHints } from '../../Hints';
import { useErrorAt } from '../EditorContext';
import styles from './RowList.module.css';

/**
 * The text of a row, mostly a line and sometimes several: Enter goes to the
 * next row, Shift with Enter begins a line.
 */
export function RowText(props: {
  /** Its place in the document, which tells its errors. */
  path: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { path, label, value, onChange } = props;
  const errorMessage = useErrorAt(path);
  return (
    <div className={styles.text} data-line>
      <TextAreaField
        aria-label={label}
        placeholder={label}
        rows={value.split('\n').length}
        value={value}
        onChange={onChange}
        validationBehavior="aria"
        validate={() => errorMessage ?? null}
      />
      <FieldHints path={path} />
    </div>
  );
}
