import { TextField } from '@backstage/ui';
import type { IncidentSource } from 'backstage-plugin-postmortem-common';
import styles from '../EditPage.module.css';
import { useErrorAt, useField } from '../EditorContext';
import { FieldConflicts } from '../fields';
import { SubSection } from '../Section';

const NO_SOURCE: IncidentSource = { system: '', id: '', url: null };

function SourceField(props: {
  name: keyof IncidentSource;
  label: string;
  placeholder: string;
}) {
  const { name, label, placeholder } = props;
  const { value, onChange } = useField('incident.source');
  const issue = useErrorAt(`incident.source.${name}`);
  const change = (text: string) => {
    const next = { ...(value ?? NO_SOURCE), [name]: text };
    const isEmpty = !next.system && !next.id && !next.url;
    onChange(isEmpty ? null : { ...next, url: next.url || null });
  };
  return (
    <TextField
      label={label}
      placeholder={placeholder}
      value={value?.[name] ?? ''}
      onChange={change}
      validationBehavior="aria"
      validate={() => issue ?? null}
    />
  );
}

/** Where the incident was handled. */
export function SourceFields() {
  return (
    <SubSection
      id="part-source"
      title="Incident record"
      hint="The record in your incident tool: its name and the number of the incident, both or none."
    >
      <div className={styles.columns}>
        <SourceField name="system" label="Tool" placeholder="PagerDuty" />
        <SourceField name="id" label="Number" placeholder="Q1W2E3" />
        <SourceField name="url" label="Address" placeholder="https://" />
      </div>
      <FieldConflicts path="incident.source" />
    </SubSection>
  );
}
