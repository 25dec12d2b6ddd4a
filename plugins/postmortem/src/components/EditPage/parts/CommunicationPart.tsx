import type { Communication } from 'backstage-plugin-postmortem-common';
import { v4 as uuid } from 'uuid';
import { MarkdownField } from '../../MarkdownField';
import { sectionId } from '../../PostmortemPage/sections';
import { TimeField } from '../../TimeField';
import { useEditorState, useErrorAt } from '../EditorContext';
import { FieldConflicts } from '../fields';
import { QuickAdd, RowField, RowList, useRows, type Rows } from '../rows';
import rowStyles from '../rows/RowList.module.css';
import type { RowsByPath } from '../rows/useRows';
import { Section, SubSection } from '../Section';
import { ExternalVersion } from './ExternalVersion';

type Message = RowsByPath['communications'];

const AUDIENCES: Array<{ audience: Communication['audience']; title: string }> =
  [
    { audience: 'internal', title: 'Inside the company' },
    { audience: 'external', title: 'To customers and the public' },
  ];

function MessageRow(props: {
  message: Message;
  index: number;
  change: Rows<Message>['change'];
}) {
  const { message, index, change } = props;
  const path = `communications.${index}`;
  const startedAt = useEditorState(s => s.content.incident.startedAt);
  const timeIssue = useErrorAt(`${path}.sentAt`);
  const textIssue = useErrorAt(`${path}.text`);
  return (
    <>
      <div className={rowStyles.inline}>
        <div className={rowStyles.time}>
          <TimeField
            label="Sent at"
            isLabelHidden
            near={startedAt}
            value={message.sentAt}
            onChange={sentAt => change(index, { sentAt })}
            errorMessage={timeIssue}
          />
        </div>
        <div className={rowStyles.medium}>
          <RowField
            path={`${path}.channel`}
            label="Channel"
            placeholder="Channel, such as status page"
            isLabelHidden
            value={message.channel}
            onChange={text => change(index, { channel: text || null })}
          />
        </div>
        <div className={rowStyles.medium}>
          <RowField
            path={`${path}.url`}
            label="Link"
            isLabelHidden
            value={message.url}
            onChange={url => change(index, { url: url || null })}
          />
        </div>
      </div>
      <MarkdownField
        label="What was said"
        rows={2}
        value={message.text}
        onChange={text => change(index, { text: text ?? '' })}
        errorMessage={textIssue}
      />
    </>
  );
}

function MessagesTo({ audience, title }: (typeof AUDIENCES)[number]) {
  const rows = useRows('communications');
  const { change } = rows;
  return (
    <SubSection id={`part-communication-${audience}`} title={title}>
      <RowList
        noun="message"
        isSeparate
        rows={rows}
        filter={message => message.audience === audience}
        nameOf={({ text }) => text.slice(0, 60)}
        renderRow={(message, index) => (
          <MessageRow message={message} index={index} change={change} />
        )}
      />
      <QuickAdd
        label={`Add a message: ${title}`}
        placeholder="What was said"
        onAdd={text =>
          rows.add({
            id: uuid(),
            audience,
            channel: null,
            sentAt: null,
            text,
            url: null,
          })
        }
      />
    </SubSection>
  );
}

/** What was said to whom, where and when. */
export function CommunicationPart() {
  return (
    <Section id={sectionId('communication')} title="Communication">
      {AUDIENCES.map(entry => (
        <MessagesTo key={entry.audience} {...entry} />
      ))}
      <FieldConflicts path="communications" />
      <ExternalVersion />
    </Section>
  );
}
