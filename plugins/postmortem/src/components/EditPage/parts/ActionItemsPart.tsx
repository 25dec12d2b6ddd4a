import {
  actionItemContentSchema,
  type ActionItemTerm,
} from 'backstage-plugin-postmortem-common';
import { v4 as uuid } from 'uuid';
import { sectionId } from '../../PostmortemPage/sections';
import { FieldHints } from '../../Hints';
import { FieldConflicts } from '../fields';
import { QuickAdd, RowList, useRows } from '../rows';
import type { RowsByPath } from '../rows/useRows';
import { Section, SubSection } from '../Section';
import { ActionItemRow } from './ActionItemRow';

const TERMS: Array<{ term: ActionItemTerm; title: string; hint: string }> = [
  { term: 'short', title: 'Short term', hint: 'Within days or weeks.' },
  {
    term: 'long',
    title: 'Long term',
    hint: 'Changes to design or to how work is set up.',
  },
];

function newItem(
  title: string,
  term: ActionItemTerm,
): RowsByPath['actionItems'] {
  return {
    ...actionItemContentSchema.parse({ title, term }),
    id: uuid(),
  };
}

function ItemsOfTerm({ term, title, hint }: (typeof TERMS)[number]) {
  const rows = useRows('actionItems');
  const { change } = rows;
  return (
    <SubSection id={`part-actionItems-${term}`} title={title} hint={hint}>
      <RowList
        noun="action item"
        isSeparate
        rows={rows}
        filter={item => item.term === term}
        nameOf={item => item.title}
        renderRow={(item, index) => (
          <ActionItemRow item={item} index={index} change={change} />
        )}
      />
      <QuickAdd
        label={`Add an action item: ${title}`}
        placeholder="What will be different when it is done?"
        onAdd={text => rows.add(newItem(text, term))}
      />
    </SubSection>
  );
}

/** What will be changed, by whom and until when. */
export function ActionItemsPart() {
  return (
    <Section
      id={sectionId('actionItems')}
      title="Action items"
      hint="Each with an owner, a day, and a way to tell that it worked."
    >
      {TERMS.map(term => (
        <ItemsOfTerm key={term.term} {...term} />
      ))}
      <FieldHints path="actionItems" />
      <FieldConflicts path="actionItems" />
    </Section>
  );
}
