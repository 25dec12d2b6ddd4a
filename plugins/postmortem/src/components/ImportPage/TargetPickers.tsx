import { SERVICE_KINDS } from '../../entityKinds';
import { EntityPicker } from '../EntityPicker';
import type { ImportTarget } from './Importer';

type Words = { label: string; description: string };

/** Chooses what documents belong to. */
export function TargetPickers(props: {
  target: ImportTarget;
  onChange: (change: Partial<ImportTarget>) => void;
  entity: Words;
  team: Words;
}) {
  const { target, onChange, entity, team } = props;
  return (
    <>
      <EntityPicker
        {...entity}
        kinds={SERVICE_KINDS}
        value={target.entityRef}
        onChange={entityRef => onChange({ entityRef })}
      />
      <EntityPicker
        {...team}
        kinds={['group']}
        value={target.teamRef}
        onChange={teamRef => onChange({ teamRef })}
      />
    </>
  );
}
