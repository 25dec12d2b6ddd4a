import { Combobox } from '@backstage/ui';
import { useEffect, useState } from 'react';
import { useEntitySearch, type EntityOption } from './useEntitySearch';

/** What every picker of entities is given. */
export interface EntityFieldProps {
  label: string;
  /** The kinds to choose from, in lower case. */
  kinds: readonly string[];
  description?: string;
  errorMessage?: string;
  isRequired?: boolean;
  isDisabled?: boolean;
  placeholder?: string;
  /** For a field in a row, where what it is for is plain to see. */
  isLabelHidden?: boolean;
}

/** A text field that finds entities in the catalog. */
export function EntityCombobox(
  props: EntityFieldProps & {
    selected: EntityOption | null;
    /** Refs that are not offered. */
    exclude?: readonly string[];
    /** Begin anew after each choice, for another one. */
    isRepeated?: boolean;
    onSelect: (option: EntityOption | null) => void;
  },
) {
  const {
    selected,
    exclude = [],
    onSelect,
    kinds,
    errorMessage,
    isRepeated,
  } = props;
  const label = selected?.label ?? '';
  const [input, setInput] = useState(label);
  const [isActive, setIsActive] = useState(false);
  useEffect(() => setInput(label), [label]);

  // The name of what is chosen is no search: it would offer itself alone.
  const search = useEntitySearch(kinds, input === label ? '' : input, isActive);
  const found = search.options.filter(
    option => option.id !== selected?.id && !exclude.includes(option.id),
  );

  return (
    <Combobox
      {...(props.isLabelHidden
        ? { 'aria-label': props.label }
        : { label: props.label })}
      description={
        search.error
          ? 'The catalog does not answer. Try again in a moment.'
          : props.description
      }
      placeholder={props.placeholder ?? 'Type a name'}
      isRequired={props.isRequired}
      isDisabled={props.isDisabled}
      validationBehavior="aria"
      validate={() => errorMessage ?? null}
      options={selected ? [selected, ...found] : found}
      loading={{ state: search.isSearching ? 'filtering' : 'idle' }}
      search={{
        mode: 'server',
        inputValue: input,
        onInputChange: text => {
          setInput(text);
          if (text === '' && selected) {
            onSelect(null);
          }
        },
      }}
      value={selected?.id ?? null}
      onChange={key => {
        if (key !== null && key !== selected?.id) {
          onSelect(found.find(({ id }) => id === key) ?? null);
          if (isRepeated) {
            setInput('');
          }
        }
      }}
      onFocusChange={isFocused => {
        setIsActive(isFocused);
        if (!isFocused) {
          setInput(label);
        }
      }}
    />
  );
}
