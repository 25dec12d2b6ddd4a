import { sectionId } from '../../PostmortemPage/sections';
import { FieldConflicts } from '../fields';
import { QuickAdd, RowField, RowList, useRows } from '../rows';
import rowStyles from '../rows/RowList.module.css';
import { Section, SubSection } from '../Section';
import { RelatedPostmortems } from './RelatedPostmortems';

function Links() {
  const rows = useRows('links');
  const { change } = rows;
  return (
    <SubSection
      id="part-weblinks"
      title="Links"
      hint="Dashboards, tickets, chat threads. Paste an address and press Enter."
    >
      <RowList
        noun="link"
        rows={rows}
        nameOf={({ title }) => title}
        renderRow={({ title, url }, index) => (
          <div className={rowStyles.inline}>
            <div className={rowStyles.medium}>
              <RowField
                path={`links.${index}.title`}
                label="Name"
                isLabelHidden
                value={title}
                onChange={next => change(index, { title: next })}
              />
            </div>
            <div className={rowStyles.long}>
              <RowField
                path={`links.${index}.url`}
                label="Address"
                placeholder="https://"
                isLabelHidden
                value={url}
                onChange={next => change(index, { url: next })}
              />
            </div>
          </div>
        )}
      />
      <FieldConflicts path="links" />
      <QuickAdd
        label="Add a link"
        placeholder="https://"
        onAdd={url => rows.add({ title: url, url })}
      />
    </SubSection>
  );
}

/** What stands elsewhere and belongs to it. */
export function LinksPart() {
  return (
    <Section id={sectionId('links')} title="Links and related">
      <Links />
      <RelatedPostmortems />
    </Section>
  );
}
