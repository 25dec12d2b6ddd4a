import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Flex, Tag, TagGroup } from '@backstage/ui';
import { EntityCombobox, type EntityFieldProps } from './EntityCombobox';

/** Picks several entities of some kinds; each can be taken out again. */
export function EntitiesPicker(
  props: EntityFieldProps & {
    /** The full, lower-case refs of the chosen entities. */
    value: string[];
    onChange: (refs: string[]) => void;
  },
) {
  const { value, onChange, ...field } = props;
  return (
    <Flex direction="column" gap="2">
      <EntityCombobox
        {...field}
        placeholder={field.placeholder ?? 'Type a name to add one'}
        selected={null}
        exclude={value}
        isRepeated
        onSelect={option => {
          if (option) {
            onChange([...value, option.id]);
          }
        }}
      />
      {value.length > 0 && (
        <TagGroup
          aria-label={`Chosen: ${field.label}`}
          onRemove={keys => onChange(value.filter(ref => !keys.has(ref)))}
        >
          {value.map(ref => (
            <Tag key={ref} id={ref} textValue={ref}>
              <EntityDisplayName entityRef={ref} disableTooltip hideIcon />
            </Tag>
          ))}
        </TagGroup>
      )}
    </Flex>
  );
}
