import { SearchField } from '@backstage/ui';
import { type Ref, useEffect, useRef, useState } from 'react';
import useDebounce from 'react-use/esm/useDebounce';

const PAUSE_MS = 300;

/** The text to search for; searches when the typing pauses. */
export function SearchBox(props: {
  value: string;
  onChange: (text: string) => void;
  fieldRef?: Ref<HTMLDivElement>;
  placeholder: string;
}) {
  const { value, onChange, fieldRef } = props;
  const [text, setText] = useState(value);
  const sent = useRef(value);

  // Only what others changed, such as Back: the typed text stays as typed.
  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);

  useDebounce(
    () => {
      const wanted = text.trim();
      if (wanted !== sent.current) {
        sent.current = wanted;
        onChange(wanted);
      }
    },
    PAUSE_MS,
    [text],
  );

  return (
    <SearchField
      ref={fieldRef}
      label="Search"
      placeholder={props.placeholder}
      value={text}
      onChange={setText}
    />
  );
}
