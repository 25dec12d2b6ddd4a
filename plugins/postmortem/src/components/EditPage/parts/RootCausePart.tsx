import { TextField } from '@backstage/ui';
import type { FactorKind, RootCause } from 'backstage-plugin-postmortem-common';
import { FieldHints } from '../../Hints';
import { MarkdownField } from '../../MarkdownField';
import { sectionId } from '../../PostmortemPage/sections';
import { useErrorAt, useField } from '../EditorContext';
import { ChoiceField, DocumentMarkdown, FieldConflicts } from '../fields';
import { QuickAdd, RowField, RowList, RowText, useRows } from '../rows';
import rowStyles from '../rows/RowList.module.css';
import { Section, SubSection } from '../Section';

const FACTOR_KINDS: Record<FactorKind, string> = {
  technical: 'Technical',
  process: 'Process',
  human: 'Human',
};

type TriggerFact = NonNullable<RootCause['trigger']>;

const NO_TRIGGER: TriggerFact = { category: null, description: null };

function Trigger() {
  const { value, onChange } = useField('rootCause.trigger');
  const categoryIssue = useErrorAt('rootCause.trigger.category');
  const descriptionIssue = useErrorAt('rootCause.trigger.description');
  const change = (changes: Partial<TriggerFact>) => {
    const next = { ...(value ?? NO_TRIGGER), ...changes };
    onChange(next.category || next.description ? next : null);
  };
  return (
    <SubSection
      id="part-trigger"
      title="Trigger"
      hint="What set it off. The causes are what made it possible."
    >
      <TextField
        label="Kind of trigger"
        placeholder="Deployment, configuration change, load, hardware …"
        value={value?.category ?? ''}
        onChange={text => change({ category: text || null })}
        validationBehavior="aria"
        validate={() => categoryIssue ?? null}
      />
      <MarkdownField
        label="What set it off"
        value={value?.description ?? null}
        onChange={text => change({ description: text })}
        errorMessage={descriptionIssue}
        rows={2}
      />
      <FieldHints path="rootCause.trigger" isWithin />
      <FieldConflicts path="rootCause.trigger" />
    </SubSection>
  );
}

function ContributingFactors() {
  const path = 'rootCause.contributingFactors';
  const rows = useRows(path);
  const { change } = rows;
  return (
    <SubSection
      id="part-factors"
      title="Contributing factors"
      hint="Each made it more likely, worse or longer."
    >
      <RowList
        noun="factor"
        rows={rows}
        nameOf={({ description }) => description}
        renderRow={(factor, index) => (
          <div className={rowStyles.inline}>
            <div className={rowStyles.short}>
              <ChoiceField
                label="Kind"
                isLabelHidden
                names={FACTOR_KINDS}
                value={factor.kind}
                onChange={kind => kind && change(index, { kind })}
              />
            </div>
            <div className={rowStyles.medium}>
              <RowField
                path={`${path}.${index}.category`}
                label="Category"
                isLabelHidden
                value={factor.category}
                onChange={text => change(index, { category: text || null })}
              />
            </div>
            <div className={rowStyles.long}>
              <RowText
                path={`${path}.${index}.description`}
                label="What it was"
                value={factor.description}
                onChange={description => change(index, { description })}
              />
            </div>
          </div>
        )}
      />
      <FieldConflicts path={path} />
      <QuickAdd
        label="Add a factor"
        onAdd={description =>
          rows.add({ kind: 'technical', category: null, description })
        }
      />
    </SubSection>
  );
}

/** Why it happened. */
export function RootCausePart() {
  return (
    <Section
      id={sectionId('rootCause')}
      title="Root-cause analysis"
      hint="Causes lie in systems and in how work is set up, not in persons."
    >
      <Trigger />
      <DocumentMarkdown
        path="rootCause.technical"
        label="Technical cause"
        rows={4}
      />
      <DocumentMarkdown
        path="rootCause.process"
        label="Process"
        description="What in the way of working let it happen."
      />
      <DocumentMarkdown
        path="rootCause.humanFactors"
        label="Human factors"
        description="What people could see and know at the time, and what made their choices reasonable."
      />
      <ContributingFactors />
    </Section>
  );
}
