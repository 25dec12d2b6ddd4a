import { Text } from '@backstage/ui';
import type { Impact } from 'backstage-plugin-postmortem-common';
import { IncidentTimeline } from '../../IncidentTimeline';
import { Markdown } from '../../shared';
import { NotWritten } from '../NotWritten';
import {
  PostmortemSection,
  SubSection,
  type PartProps,
} from '../PostmortemSection';
import { Labeled } from './Labeled';

const COUNT = new Intl.NumberFormat('en-US');

function formatMoney({ amount, currency }: NonNullable<Impact['financial']>) {
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    maximumFractionDigits: Number.isInteger(amount) ? 0 : 2,
  }).format(amount);
}

function ImpactBody(props: PartProps) {
  const { description, usersAffected, business, financial } =
    props.postmortem.impact;
  if (props.postmortem.completeness.missing.includes('impact')) {
    return <NotWritten {...props} part="impact" />;
  }
  return (
    <>
      {description && <Markdown text={description} />}
      {usersAffected !== null && (
        <Labeled label="Users affected">{COUNT.format(usersAffected)}</Labeled>
      )}
      {financial && <Labeled label="Cost">{formatMoney(financial)}</Labeled>}
      {business && (
        <Labeled label="Business">
          <Markdown text={business} />
        </Labeled>
      )}
    </>
  );
}

/** What happened in short, its course, and whom it hit. */
export function SummarySection(props: PartProps) {
  const { summary, incident, timeline } = props.postmortem;
  return (
    <PostmortemSection name="summary" title="Summary">
      {summary === null ? (
        <NotWritten {...props} part="summary" />
      ) : (
        <Text as="div" variant="body-large">
          <Markdown text={summary} />
        </Text>
      )}
      <SubSection title="Course of the incident">
        <IncidentTimeline incident={incident} timeline={timeline} />
      </SubSection>
      <SubSection name="impact" title="Impact">
        <ImpactBody {...props} />
      </SubSection>
    </PostmortemSection>
  );
}
