import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { EntityCombobox } from '../../EntityPicker';
import { FieldConflicts } from '../fields';
import { RowField, RowList, useRows } from '../rows';
import rowStyles from '../rows/RowList.module.css';
import { SubSection } from '../Section';

/** Who took part, and as what. */
export function Participants() {
  const rows = useRows('participants');
  const { change } = rows;
  return (
    <SubSection id="part-participants" title="Participants">
      <RowList
        noun="participant"
        rows={rows}
        isOrdered={false}
        nameOf={({ entityRef }) => entityRef}
        renderRow={({ entityRef, role }, index) => (
          <div className={rowStyles.inline}>
            <div className={rowStyles.name}>
              <EntityDisplayName entityRef={entityRef} />
            </div>
            <div className={rowStyles.medium}>
              <RowField
                path={`participants.${index}.role`}
                label={`Role of ${entityRef}`}
                placeholder="Role, such as incident commander"
                isLabelHidden
                value={role}
                onChange={text => change(index, { role: text || null })}
              />
            </div>
          </div>
        )}
      />
      <FieldConflicts path="participants" />
      <EntityCombobox
        label="Add a person or a team"
        kinds={['user', 'group']}
        selected={null}
        isRepeated
        onSelect={option => {
          if (option) {
            rows.add({ entityRef: option.id, role: null });
          }
        }}
      />
    </SubSection>
  );
}
