import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Alert, Text } from '@backstage/ui';
import type { ImportResult, Part } from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import {
  count,
  formatExact,
  Markdown,
  Severity,
  STATUS_NAMES,
} from '../shared';
import styles from './ImportPage.module.css';

const PART_NAMES: Record<Part, string> = {
  summary: 'summary',
  impact: 'impact',
  detection: 'detection',
  response: 'response',
  resolution: 'resolution',
  rootCause: 'root cause',
  lessons: 'lessons',
  actionItems: 'action items',
  timeline: 'timeline',
  followUp: 'follow-up',
  communication: 'communication',
};

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** What the import makes of a document, and what it could not place. */
export function Understood({ preview }: { preview: ImportResult }) {
  const { document, parts, warnings, status } = preview;
  const { entities } = document;
  const { startedAt, resolvedAt } = document.incident;
  return (
    <div className={styles.understood}>
      <dl className={styles.facts}>
        <Fact name="Impact began">
          {startedAt ? formatExact(startedAt) : 'not stated'}
        </Fact>
        <Fact name="Resolved">
          {resolvedAt ? formatExact(resolvedAt) : 'not stated'}
        </Fact>
        <Fact name="Severity">
          {document.severity ? (
            <Severity severity={document.severity} />
          ) : (
            'not stated'
          )}
        </Fact>
        <Fact name="Status">{STATUS_NAMES[status]}</Fact>
        <Fact name="Parts">
          {parts.map(part => PART_NAMES[part]).join(', ') || 'none recognized'}
        </Fact>
        <Fact name="Found">
          {[
            count(document.timeline.length, 'timeline row'),
            count(document.actionItems.length, 'action item'),
            count(document.lessons.length, 'lesson'),
          ].join(', ')}
        </Fact>
        {entities.length > 0 && (
          <Fact name="Entities">
            <span className={styles.entities}>
              {entities.map(({ entityRef, role }) => (
                <span key={entityRef}>
                  <EntityRefLink entityRef={entityRef} /> ({role})
                </span>
              ))}
            </span>
          </Fact>
        )}
      </dl>
      {warnings.length > 0 && (
        <Alert
          status="warning"
          icon
          title="Worth a look after the import"
          description={
            <ul className={styles.warnings}>
              {warnings.map(warning => (
                <li key={warning}>{warning}</li>
              ))}
            </ul>
          }
        />
      )}
      {document.notes && (
        <section aria-label="Kept in the notes">
          <Text as="p" weight="bold" variant="body-small">
            Not placed, kept word for word in the notes
          </Text>
          <div className={styles.notes}>
            <Markdown text={document.notes} />
          </div>
        </section>
      )}
    </div>
  );
}
