import { NumberField, TextField } from '@backstage/ui';
import { sectionId } from '../../PostmortemPage/sections';
import styles from '../EditPage.module.css';
import { useErrorAt, useField } from '../EditorContext';
import { DocumentMarkdown, FieldConflicts } from '../fields';
import { Section, SubSection } from '../Section';

function UsersAffected() {
  const { value, onChange, errorMessage } = useField('impact.usersAffected');
  return (
    <div>
      <NumberField
        label="Users affected"
        minValue={0}
        value={value ?? NaN}
        onChange={number => onChange(Number.isNaN(number) ? null : number)}
        validationBehavior="aria"
        validate={() => errorMessage ?? null}
      />
      <FieldConflicts path="impact.usersAffected" />
    </div>
  );
}

function Cost() {
  const { value, onChange } = useField('impact.financial');
  const amountIssue = useErrorAt('impact.financial.amount');
  const currencyIssue = useErrorAt('impact.financial.currency');
  const currency = value?.currency ?? 'EUR';
  return (
    <>
      <NumberField
        label="Cost"
        minValue={0}
        value={value?.amount ?? NaN}
        onChange={amount =>
          onChange(Number.isNaN(amount) ? null : { amount, currency })
        }
        validationBehavior="aria"
        validate={() => amountIssue ?? null}
      />
      <TextField
        label="Currency"
        value={currency}
        isDisabled={!value}
        onChange={text =>
          value &&
          onChange({ ...value, currency: text.toLocaleUpperCase('en-US') })
        }
        validationBehavior="aria"
        validate={() => currencyIssue ?? null}
      />
      <FieldConflicts path="impact.financial" />
    </>
  );
}

/** What happened in short, and whom it hit. */
export function SummaryPart() {
  return (
    <Section id={sectionId('summary')} title="Summary">
      <DocumentMarkdown
        path="summary"
        label="What happened, in a paragraph"
        description="For somebody who was not there: what failed, for whom, how long, and why."
        rows={5}
      />
      <SubSection id={sectionId('impact')} title="Impact">
        <DocumentMarkdown
          path="impact.description"
          label="What people noticed"
          rows={3}
        />
        <div className={styles.columns}>
          <UsersAffected />
          <Cost />
        </div>
        <DocumentMarkdown
          path="impact.business"
          label="What it meant for the business"
          rows={2}
        />
      </SubSection>
    </Section>
  );
}
