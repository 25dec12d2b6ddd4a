import { Tag, TagGroup } from '@backstage/ui';
import { useField } from '../EditorContext';
import { FieldConflicts } from '../fields';
import { QuickAdd } from '../rows';
import { SubSection } from '../Section';

/** Words to find the postmortem by. */
export function Tags() {
  const { value: tags, onChange } = useField('tags');
  return (
    <SubSection id="part-tags" title="Tags">
      {tags.length > 0 && (
        <TagGroup
          aria-label="Tags"
          onRemove={keys => onChange(tags.filter(tag => !keys.has(tag)))}
        >
          {tags.map(tag => (
            <Tag key={tag} id={tag} textValue={tag}>
              {tag}
            </Tag>
          ))}
        </TagGroup>
      )}
      <QuickAdd
        label="Add a tag"
        onAdd={text =>
          onChange([...new Set([...tags, text.toLocaleLowerCase('en-US')])])
        }
      />
      <FieldConflicts path="tags" />
    </SubSection>
  );
}
