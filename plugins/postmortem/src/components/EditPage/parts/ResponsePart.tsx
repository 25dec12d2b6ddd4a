import { sectionId } from '../../PostmortemPage/sections';
import { DocumentChoice, DocumentMarkdown } from '../fields';
import { Section, SubSection } from '../Section';
import { Timeline } from './Timeline';

const METHODS = {
  monitoring: 'Monitoring',
  customer: 'A customer',
  employee: 'A colleague',
  other: 'Something else',
};

/** How it was noticed, and what was done. */
export function ResponsePart() {
  return (
    <Section id={sectionId('incidentResponse')} title="Incident response">
      <SubSection id={sectionId('detection')} title="Detection">
        <DocumentChoice
          path="detection.method"
          label="Noticed by"
          names={METHODS}
          noneName="Not known"
        />
        <DocumentMarkdown
          path="detection.description"
          label="How it was detected"
          description="Which signal told of it, and how long it had been there."
        />
      </SubSection>
      <SubSection id={sectionId('response')} title="Response">
        <DocumentMarkdown
          path="response.description"
          label="What was done, and by which roles"
        />
      </SubSection>
      <SubSection id={sectionId('resolution')} title="Resolution">
        <DocumentMarkdown path="resolution.description" label="What ended it" />
      </SubSection>
      <Timeline />
    </Section>
  );
}
