import { useApiHolder } from '@backstage/core-plugin-api';
import {
  entityPresentationApiRef,
  entityPresentationSnapshot,
} from '@backstage/plugin-catalog-react';
import { useState } from 'react';
import useAsync from 'react-use/esm/useAsync';
import { EntityCombobox, type EntityFieldProps } from './EntityCombobox';
import type { EntityOption } from './useEntitySearch';

function useEntityTitle(ref: string | null): string {
  const presentationApi = useApiHolder().get(entityPresentationApiRef);
  const { value } = useAsync(
    async () =>
      ref === null
        ? undefined
        : {
            ref,
            snapshot: await presentationApi?.forEntity(ref).promise,
          },
    [ref, presentationApi],
  );
  if (ref === null) {
    return '';
  }
  const snapshot =
    (value?.ref === ref && value.snapshot) ||
    entityPresentationSnapshot(ref, undefined, presentationApi);
  return snapshot.primaryTitle;
}

/** Picks one entity of some kinds, by searching the catalog on the server. */
export function EntityPicker(
  props: EntityFieldProps & {
    /** The full, lower-case ref of the chosen entity. */
    value: string | null;
    onChange: (ref: string | null) => void;
  },
) {
  const { value, onChange, ...field } = props;
  const [chosen, setChosen] = useState<EntityOption | null>(null);
  const title = useEntityTitle(value);
  // The name under which it was found and chosen stays in the field.
  const selected =
    value !== null && chosen?.id !== value
      ? { id: value, label: title }
      : chosen;
  return (
    <EntityCombobox
      {...field}
      selected={value === null ? null : selected}
      onSelect={option => {
        setChosen(option);
        onChange(option?.id ?? null);
      }}
    />
  );
}
