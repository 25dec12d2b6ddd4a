import { Flex, Tag, TagGroup, TextField } from '@backstage/ui';
import { useState } from 'react';

/** Tags to filter by; Enter adds the one that was typed. */
export function TagsField(props: {
  value: string[];
  onChange: (tags: string[]) => void;
}) {
  const { value, onChange } = props;
  const [text, setText] = useState('');
  const add = () => {
    const tag = text.trim().toLocaleLowerCase('en-US');
    if (tag && !value.includes(tag)) {
      onChange([...value, tag]);
    }
    setText('');
  };
  return (
    <Flex direction="column" gap="2">
      <TextField
        label="Tags"
        placeholder="Type a tag and press Enter"
        value={text}
        onChange={setText}
        onBlur={add}
        onKeyDown={event => {
          if (event.key === 'Enter') {
            add();
          }
        }}
      />
      {value.length > 0 && (
        <TagGroup
          aria-label="Chosen tags"
          onRemove={keys => onChange(value.filter(tag => !keys.has(tag)))}
        >
          {value.map(tag => (
            <Tag key={tag} id={tag} textValue={tag}>
              {tag}
            </Tag>
          ))}
        </TagGroup>
      )}
    </Flex>
  );
}
