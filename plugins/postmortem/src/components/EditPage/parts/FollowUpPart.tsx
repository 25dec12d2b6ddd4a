import { Checkbox } from '@backstage/ui';
import { sectionId } from '../../PostmortemPage/sections';
import styles from '../EditPage.module.css';
import {
  DocumentEntity,
  DocumentMarkdown,
  DocumentTime,
  FieldConflicts,
} from '../fields';
import { QuickAdd, RowField, RowList, useRows } from '../rows';
import rowStyles from '../rows/RowList.module.css';
import { Section, SubSection } from '../Section';

function Documentation() {
  const path = 'followUp.documentation';
  const rows = useRows(path);
  const { change } = rows;
  return (
    <SubSection
      id="part-documentation"
      title="Documentation"
      hint="Runbooks, diagrams and guides that have to be brought up to date."
    >
      <RowList
        noun="document"
        rows={rows}
        nameOf={({ title }) => title}
        renderRow={({ title, url, done }, index) => (
          <div className={rowStyles.inline}>
            <div className={rowStyles.medium}>
              <RowField
                path={`${path}.${index}.title`}
                label="Document"
                isLabelHidden
                value={title}
                onChange={next => change(index, { title: next })}
              />
            </div>
            <div className={rowStyles.medium}>
              <RowField
                path={`${path}.${index}.url`}
                label="Address"
                placeholder="https://"
                isLabelHidden
                value={url}
                onChange={next => change(index, { url: next || null })}
              />
            </div>
            <Checkbox
              isSelected={done}
              onChange={next => change(index, { done: next })}
            >
              Updated
            </Checkbox>
          </div>
        )}
      />
      <FieldConflicts path={path} />
      <QuickAdd
        label="Add a document"
        onAdd={title => rows.add({ title, url: null, done: false })}
      />
    </SubSection>
  );
}

/** The review of the postmortem, and what comes of it. */
export function FollowUpPart() {
  return (
    <Section id={sectionId('followUp')} title="Follow-up">
      <div className={styles.columns}>
        <DocumentTime path="followUp.reviewAt" label="Review planned for" />
        <DocumentTime path="followUp.heldAt" label="Review held" />
        <DocumentEntity
          path="followUp.facilitatorRef"
          label="Facilitator"
          kinds={['user', 'group']}
        />
      </div>
      <DocumentMarkdown path="followUp.outcome" label="Outcome of the review" />
      <Documentation />
    </Section>
  );
}
