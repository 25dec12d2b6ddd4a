import { Select } from '@backstage/ui';

const NONE = 'none';

/** A choice among a few named values, with a name for none. */
export function ChoiceField<V extends string>(props: {
  label: string;
  value: V | null;
  onChange: (value: V | null) => void;
  /** The values and their names, in order. */
  names: Readonly<Record<V, string>>;
  /** What stands for no value; without it there has to be one. */
  noneName?: string;
  description?: string;
  errorMessage?: string;
  isRequired?: boolean;
  /** For a field in a row, whose column says what it is. */
  isLabelHidden?: boolean;
}) {
  const { label, value, onChange, names, noneName, isLabelHidden } = props;
  const options = [
    ...(noneName === undefined ? [] : [{ id: NONE, label: noneName }]),
    ...Object.entries<string>(names).map(([id, name]) => ({ id, label: name })),
    // A value that is not offered any more stays until it is changed.
    ...(value !== null && !(value in names)
      ? [{ id: value, label: value }]
      : []),
  ];
  return (
    <Select
      {...(isLabelHidden ? { 'aria-label': label } : { label })}
      description={isLabelHidden ? undefined : props.description}
      options={options}
      value={value ?? (noneName === undefined ? null : NONE)}
      onChange={key => onChange(key === NONE ? null : (key as V | null))}
      isRequired={props.isRequired}
      validationBehavior="aria"
      validate={() => props.errorMessage ?? null}
    />
  );
}
