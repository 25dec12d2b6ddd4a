import type { DetectionMethod } from 'backstage-plugin-postmortem-common';
import { Markdown } from '../../shared';
import { NotWritten } from '../NotWritten';
import {
  PostmortemSection,
  SubSection,
  type PartProps,
} from '../PostmortemSection';
import { Labeled } from './Labeled';
import { TimelineList } from './TimelineList';

const METHODS: Record<DetectionMethod, string> = {
  monitoring: 'Monitoring',
  customer: 'A customer',
  employee: 'An employee',
  other: 'Another way',
};

function DetectionBody(props: PartProps) {
  const { method, description } = props.postmortem.detection;
  if (method === null && description === null) {
    return <NotWritten {...props} part="detection" />;
  }
  return (
    <>
      {method && <Labeled label="Noticed by">{METHODS[method]}</Labeled>}
      {description && <Markdown text={description} />}
    </>
  );
}

function Described(props: PartProps & { part: 'response' | 'resolution' }) {
  const { description } = props.postmortem[props.part];
  return description === null ? (
    <NotWritten {...props} />
  ) : (
    <Markdown text={description} />
  );
}

/** How it was noticed, what people did, what ended it, and when. */
export function ResponseSection(props: PartProps) {
  const { timeline } = props.postmortem;
  return (
    <PostmortemSection name="incidentResponse" title="Incident response">
      <SubSection name="detection" title="Detection">
        <DetectionBody {...props} />
      </SubSection>
      <SubSection name="response" title="Response">
        <Described {...props} part="response" />
      </SubSection>
      <SubSection name="resolution" title="Resolution">
        <Described {...props} part="resolution" />
      </SubSection>
      <SubSection
        name="timeline"
        title="Timeline"
        detail={
          timeline.length > 0 &&
          `${timeline.length} ${timeline.length === 1 ? 'entry' : 'entries'}`
        }
      >
        {timeline.length === 0 ? (
          <NotWritten {...props} part="timeline" />
        ) : (
          <TimelineList timeline={timeline} />
        )}
      </SubSection>
    </PostmortemSection>
  );
}
