import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import type {
  LessonListEntry,
  LessonReach,
} from 'backstage-plugin-postmortem-common';
import type { ReactNode } from 'react';
import { usePostmortemLinks } from '../../links';
import { EntityPath, LESSON_KIND_NAMES, Severity, Time } from '../shared';

const VIA: Record<LessonReach['via'], string | null> = {
  self: null,
  dependency: 'what this depends on',
  system: 'the same system',
  audience: 'addressed to this',
};

const REASONS: Record<LessonReach['reasons'][number], string> = {
  addressed: 'addressed',
  severe: 'severe',
  recent: 'recent',
  close: 'close',
};

/** Where a lesson comes from, how it got here, and why it stands so high. */
export function LessonSource(props: {
  lesson: LessonListEntry;
  /** The entity whose page this is. */
  pageRef: string | null;
}) {
  const { lesson, pageRef } = props;
  const { reach } = lesson;
  const { key, title, startedAt, severity } = lesson.postmortem;
  const links = usePostmortemLinks();
  const isFromElsewhere = reach !== null && reach.via !== 'self';
  const parts: ReactNode[] = [
    <Link
      key="key"
      href={links.postmortem(key)}
      variant="body-small"
      title={title}
    >
      {key}
    </Link>,
    isFromElsewhere && severity && (
      <Severity key="severity" severity={severity} />
    ),
    startedAt && <Time key="at" at={startedAt} as="day" />,
    !isFromElsewhere &&
      lesson.entityRef &&
      (lesson.entityRef === pageRef ? (
        'here'
      ) : (
        <EntityRefLink key="entity" entityRef={lesson.entityRef} hideIcon />
      )),
    isFromElsewhere && reach.path.length > 1 && (
      <EntityPath key="path" path={reach.path} />
    ),
    isFromElsewhere && VIA[reach.via],
    LESSON_KIND_NAMES[lesson.kind].toLocaleLowerCase('en-US'),
    isFromElsewhere &&
      reach.reasons.length > 0 &&
      `ranks high: ${reach.reasons.map(reason => REASONS[reason]).join(', ')}`,
  ].filter(Boolean);
  return (
    <Text as="div" variant="body-small" color="secondary">
      {parts.map((part, index) => (
        <span key={index}>
          {index > 0 && ' · '}
          {part}
        </span>
      ))}
    </Text>
  );
}
