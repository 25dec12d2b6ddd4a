import { Button, Checkbox, Tag, TagGroup } from '@backstage/ui';
import type { LessonAudience } from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { SERVICE_KINDS } from '../../../entityKinds';
import { EntitiesPicker } from '../../EntityPicker';
import { audienceWords } from '../../Lessons';
import styles from '../EditPage.module.css';
import { QuickAdd } from '../rows';

const NOBODY: LessonAudience = {
  entityRefs: [],
  tags: [],
  allDependents: false,
};

function orNull(audience: LessonAudience): LessonAudience | null {
  const { entityRefs, tags, allDependents } = audience;
  return entityRefs.length > 0 || tags.length > 0 || allDependents
    ? audience
    : null;
}

/**
 * Whom a lesson is meant for, beyond what its postmortem involves: one line
 * until somebody opens it.
 */
export function LessonAudienceField(props: {
  /** The lesson, to tell its field from those of the others. */
  lesson: string;
  value: LessonAudience | null;
  onChange: (audience: LessonAudience | null) => void;
}) {
  const { lesson, value, onChange } = props;
  const [isOpen, setOpen] = useState(false);
  const audience = value ?? NOBODY;
  const set = (changes: Partial<LessonAudience>) =>
    onChange(orNull({ ...audience, ...changes }));
  return (
    <div className={styles.stack}>
      <div>
        <Button
          size="small"
          variant="tertiary"
          aria-expanded={isOpen}
          aria-label={`Who else should know: ${lesson}`}
          onPress={() => setOpen(!isOpen)}
        >
          {value
            ? `Meant for ${audienceWords(value)}`
            : 'Who else should know?'}
        </Button>
      </div>
      {isOpen && (
        <div className={styles.stack} role="group" aria-label="Meant for">
          <EntitiesPicker
            label="Components and other entities"
            description="Their teams are asked whether it applies to them."
            kinds={SERVICE_KINDS}
            value={audience.entityRefs}
            onChange={entityRefs => set({ entityRefs })}
          />
          {audience.tags.length > 0 && (
            <TagGroup
              aria-label="What has a tag in the catalog"
              onRemove={keys =>
                set({ tags: audience.tags.filter(tag => !keys.has(tag)) })
              }
            >
              {audience.tags.map(tag => (
                <Tag key={tag} id={tag} textValue={tag}>
                  {tag}
                </Tag>
              ))}
            </TagGroup>
          )}
          <QuickAdd
            label="What has this tag in the catalog"
            placeholder="A tag, such as kafka"
            onAdd={tag => set({ tags: [...new Set([...audience.tags, tag])] })}
          />
          <Checkbox
            isSelected={audience.allDependents}
            onChange={allDependents => set({ allDependents })}
          >
            Everything that depends on what was involved
          </Checkbox>
        </div>
      )}
    </div>
  );
}
