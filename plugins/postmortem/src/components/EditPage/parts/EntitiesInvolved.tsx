import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { SERVICE_KINDS } from '../../../entityKinds';
import { EntityCombobox } from '../../EntityPicker';
import { ChoiceField, FieldConflicts } from '../fields';
import { RowList, useRows } from '../rows';
import rowStyles from '../rows/RowList.module.css';
import { SubSection } from '../Section';
import { ProposedEntities } from './ProposedEntities';

const ROLE_NAMES = { cause: 'Cause', affected: 'Affected' };

/** The parts of the system that caused the incident, or felt it. */
export function EntitiesInvolved() {
  const rows = useRows('entities');
  const { change } = rows;
  return (
    <SubSection id="part-entities" title="Components and systems">
      <RowList
        noun="entity"
        rows={rows}
        isOrdered={false}
        nameOf={({ entityRef }) => entityRef}
        renderRow={({ entityRef, role }, index) => (
          <div className={rowStyles.inline}>
            <div className={rowStyles.name}>
              <EntityDisplayName entityRef={entityRef} />
            </div>
            <div className={rowStyles.short}>
              <ChoiceField
                label={`Role of ${entityRef}`}
                isLabelHidden
                names={ROLE_NAMES}
                value={role}
                onChange={next => next && change(index, { role: next })}
              />
            </div>
          </div>
        )}
      />
      <FieldConflicts path="entities" />
      <ProposedEntities
        involved={rows.rows}
        onAdd={entityRef => rows.add({ entityRef, role: 'affected' })}
      />
      <EntityCombobox
        label="Add a component, API, resource, system or domain"
        kinds={SERVICE_KINDS}
        selected={null}
        isRepeated
        exclude={rows.rows.map(({ entityRef }) => entityRef)}
        onSelect={option => {
          if (option) {
            rows.add({
              entityRef: option.id,
              role: rows.rows.some(({ role }) => role === 'cause')
                ? 'affected'
                : 'cause',
            });
          }
        }}
      />
    </SubSection>
  );
}
