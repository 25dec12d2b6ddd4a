import { useSeverities } from '../../shared';
import { EntitiesPicker } from '../../EntityPicker';
import styles from '../EditPage.module.css';
import { useField } from '../EditorContext';
import {
  DocumentChoice,
  DocumentText,
  DocumentTime,
  FieldConflicts,
} from '../fields';
import { Section, SubSection } from '../Section';
import { EntitiesInvolved } from './EntitiesInvolved';
import { Participants } from './Participants';
import { SourceFields } from './SourceFields';
import { Tags } from './Tags';

function Visibility() {
  const { value } = useField('visibility');
  return (
    <DocumentChoice
      path="visibility"
      label="Visibility"
      names={{ internal: 'Internal', restricted: 'Restricted' }}
      description={
        value === 'restricted'
          ? 'Seen by its author, its participants, members of the responsible teams, and people who may see every restricted postmortem.'
          : 'Seen by everybody who may read postmortems in this portal.'
      }
    />
  );
}

function Teams() {
  const { value, onChange, errorMessage } = useField('teams');
  return (
    <div>
      <EntitiesPicker
        label="Responsible teams"
        description="They own what was the cause, and what follows from it."
        kinds={['group']}
        value={value ?? []}
        onChange={onChange}
        errorMessage={errorMessage}
      />
      <FieldConflicts path="teams" />
    </div>
  );
}

function Times() {
  const { value: startedAt } = useField('incident.startedAt');
  return (
    <SubSection
      id="part-times"
      title="When"
      hint="Write 14:05, yesterday 9pm or 2026-11-03 14:05 CET. Without a zone it is yours."
    >
      <div className={styles.columns}>
        <DocumentTime path="incident.startedAt" label="Impact began" />
        <DocumentTime
          path="incident.detectedAt"
          label="Detected"
          near={startedAt}
        />
        <DocumentTime
          path="incident.declaredAt"
          label="Declared"
          near={startedAt}
        />
        <DocumentTime
          path="incident.acknowledgedAt"
          label="Acknowledged"
          near={startedAt}
        />
        <DocumentTime
          path="incident.mitigatedAt"
          label="Mitigated"
          near={startedAt}
        />
        <DocumentTime
          path="incident.resolvedAt"
          label="Resolved"
          near={startedAt}
        />
      </div>
    </SubSection>
  );
}

/** What it was, when, and who had to do with it. */
export function AboutPart() {
  const severities = useSeverities();
  return (
    <Section id="part-about" title="The incident">
      <DocumentText path="title" label="Title" isRequired isNullable={false} />
      <div className={styles.columns}>
        <DocumentChoice
          path="severity"
          label="Severity"
          names={Object.fromEntries(severities.map(name => [name, name]))}
          noneName="Not decided"
        />
        <Visibility />
      </div>
      <Times />
      <EntitiesInvolved />
      <Teams />
      <Participants />
      <SourceFields />
      <Tags />
    </Section>
  );
}
