import { Link } from '@backstage/ui';
import type { Communication } from 'backstage-plugin-postmortem-common';
import { Markdown, Time } from '../../shared';
import { NotWritten } from '../NotWritten';
import {
  PostmortemSection,
  SubSection,
  type PartProps,
} from '../PostmortemSection';
import { Labeled } from './Labeled';
import styles from './parts.module.css';

const AUDIENCES: Array<[Communication['audience'], string]> = [
  ['internal', 'Internal'],
  ['external', 'External'],
];

function Message({ message }: { message: Communication }) {
  const { channel, sentAt, text, url } = message;
  return (
    <li className={styles.row}>
      <div className={styles.secondary}>
        {channel}
        {channel && sentAt && ' · '}
        {sentAt && <Time at={sentAt} as="moment" />}
      </div>
      <Markdown text={text} />
      {url && (
        <Link href={url} target="_blank" rel="noopener">
          {url}
        </Link>
      )}
    </li>
  );
}

/** Who was told what, and when. */
export function CommunicationSection(props: PartProps) {
  const { communications, externalVersion } = props.postmortem;
  return (
    <PostmortemSection name="communication" title="Communication">
      {communications.length === 0 && (
        <NotWritten {...props} part="communication" />
      )}
      {AUDIENCES.map(([audience, title]) => {
        const messages = communications.filter(
          message => message.audience === audience,
        );
        return (
          messages.length > 0 && (
            <SubSection key={audience} title={title} detail={messages.length}>
              <ul className={styles.rows}>
                {messages.map(message => (
                  <Message key={message.id} message={message} />
                ))}
              </ul>
            </SubSection>
          )
        );
      })}
      {externalVersion !== null && (
        <SubSection name="externalVersion" title="External version">
          {externalVersion.title !== null && (
            <Labeled label="Title">{externalVersion.title}</Labeled>
          )}
          {externalVersion.text !== null && (
            <Markdown text={externalVersion.text} />
          )}
        </SubSection>
      )}
    </PostmortemSection>
  );
}
