import { ButtonIcon } from '@backstage/ui';
import { RiLink } from '@remixicon/react';
import type {
  TimelineEntry,
  TimelineKind,
} from 'backstage-plugin-postmortem-common';
import { useState } from 'react';
import { v4 as uuid } from 'uuid';
import { sectionId } from '../../PostmortemPage/sections';
import { splitTime, TimeField } from '../../TimeField';
import { useEditorState, useErrorAt } from '../EditorContext';
import { ChoiceField, FieldConflicts } from '../fields';
import {
  QuickAdd,
  RowField,
  RowList,
  RowText,
  useRows,
  type Rows,
} from '../rows';
import rowStyles from '../rows/RowList.module.css';
import { SubSection } from '../Section';
import type { RowsByPath } from '../rows/useRows';

type Entry = RowsByPath['timeline'];

const KIND_NAMES: Record<TimelineKind, string> = {
  event: 'Event',
  detection: 'Detection',
  escalation: 'Escalation',
  communication: 'Communication',
  mitigation: 'Mitigation',
  resolution: 'Resolution',
};

function EntryRow(props: {
  entry: Entry;
  index: number;
  change: Rows<Entry>['change'];
}) {
  const { entry, index, change } = props;
  const path = `timeline.${index}`;
  const startedAt = useEditorState(s => s.content.incident.startedAt);
  const timeIssue = useErrorAt(`${path}.at`);
  const [hasLink, setHasLink] = useState(entry.url !== null);
  return (
    <div className={rowStyles.inline}>
      <div className={rowStyles.time}>
        <TimeField
          label="Time"
          isLabelHidden
          near={entry.at ?? startedAt}
          value={entry.at}
          onChange={at => change(index, { at })}
          errorMessage={timeIssue}
        />
      </div>
      <div className={rowStyles.short}>
        <ChoiceField
          label="Kind"
          isLabelHidden
          names={KIND_NAMES}
          value={entry.kind}
          onChange={kind => kind && change(index, { kind })}
        />
      </div>
      <div className={rowStyles.long}>
        <RowText
          path={`${path}.text`}
          label="What happened"
          value={entry.text}
          onChange={text => change(index, { text })}
        />
      </div>
      {hasLink ? (
        <div className={rowStyles.whole}>
          <RowField
            path={`${path}.url`}
            label="Link"
            placeholder="https://"
            isLabelHidden
            value={entry.url}
            onChange={url => change(index, { url: url || null })}
          />
        </div>
      ) : (
        <ButtonIcon
          size="small"
          variant="tertiary"
          aria-label={`Add a link: ${entry.text}`}
          icon={<RiLink aria-hidden />}
          onPress={() => setHasLink(true)}
        />
      )}
    </div>
  );
}

function newEntry(
  text: string,
  near: string | null,
): Omit<TimelineEntry, 'id'> & { id: string } {
  return {
    id: uuid(),
    ...splitTime(text, { near }),
    kind: 'event',
    url: null,
  };
}

/** What happened when. */
export function Timeline() {
  const rows = useRows('timeline');
  const { change } = rows;
  const startedAt = useEditorState(s => s.content.incident.startedAt);
  return (
    <SubSection
      id={sectionId('timeline')}
      title="Timeline"
      hint="One line an event: 14:05 the alert fires. Enter goes to the next; Alt with an arrow key moves a line."
    >
      <RowList
        noun="entry"
        rows={rows}
        nameOf={({ text }) => text}
        renderRow={(entry, index) => (
          <EntryRow entry={entry} index={index} change={change} />
        )}
      />
      <FieldConflicts path="timeline" />
      <QuickAdd
        label="Add to the timeline"
        placeholder="14:05 the alert fires"
        onAdd={text =>
          rows.add(newEntry(text, rows.rows.at(-1)?.at ?? startedAt))
        }
      />
    </SubSection>
  );
}
