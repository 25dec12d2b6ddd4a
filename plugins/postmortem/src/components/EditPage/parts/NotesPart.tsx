import { sectionId } from '../../PostmortemPage/sections';
import { DocumentMarkdown } from '../fields';
import { Section } from '../Section';

/** What has no other place. */
export function NotesPart() {
  return (
    <Section
      id={sectionId('notes')}
      title="Notes"
      hint="What has no other place; an import puts here what it could not place."
    >
      <DocumentMarkdown path="notes" label="Notes" rows={4} />
    </Section>
  );
}
