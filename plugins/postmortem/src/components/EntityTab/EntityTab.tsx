import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ServiceTab } from './ServiceTab';
import { TeamTab } from './TeamTab';
import { UserTab } from './UserTab';

/** The Postmortems tab of an entity page, by what kind of entity it is. */
export function EntityTab() {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  switch (entity.kind.toLocaleLowerCase('en-US')) {
    case 'group':
      return <TeamTab key={ref} teamRef={ref} />;
    case 'user':
      return <UserTab key={ref} userRef={ref} />;
    default:
      return <ServiceTab key={ref} entity={entity} />;
  }
}
