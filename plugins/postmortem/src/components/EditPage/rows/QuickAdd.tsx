import { Button, TextField } from '@backstage/ui';
import { useState } from 'react';
import styles from './RowList.module.css';

/** A line for new rows: type, Enter, and on to the next. */
export function QuickAdd(props: {
  label: string;
  placeholder?: string;
  /** Given what was typed, never empty. */
  onAdd: (text: string) => void;
}) {
  const { label, placeholder, onAdd } = props;
  const [text, setText] = useState('');
  const add = () => {
    if (text.trim() !== '') {
      onAdd(text.trim());
      setText('');
    }
  };
  return (
    <form
      className={styles.quickAdd}
      onSubmit={event => {
        event.preventDefault();
        add();
      }}
    >
      <TextField
        aria-label={label}
        placeholder={placeholder ?? label}
        value={text}
        onChange={setText}
        // Words that were typed are never lost for want of an Enter.
        onBlur={add}
      />
      <Button type="submit" variant="secondary" isDisabled={text.trim() === ''}>
        Add
      </Button>
    </form>
  );
}
