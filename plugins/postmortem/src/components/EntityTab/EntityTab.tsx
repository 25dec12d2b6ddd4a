import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ReportSwitch } from './ReportSwitch';
import { ServiceTab } from './ServiceTab';
import { TeamTab } from './TeamTab';
import { UserTab } from './UserTab';

/** The Postmortems tab of an entity page, by what kind of entity it is. */
export function EntityTab() {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  switch (entity.kind.toLocaleLowerCase('en-US')) {
    case 'group':
      return (
        <ReportSwitch filter="teamRef" entityRef={ref}>
          <TeamTab key={ref} teamRef={ref} />
        </ReportSwitch>
      );
    case 'user':
      return <UserTab key={ref} userRef={ref} />;
    case 'system':
    case 'domain':
      return (
        <ReportSwitch
          filter={ref.startsWith('system:') ? 'systemRef' : 'domainRef'}
          entityRef={ref}
        >
          <ServiceTab key={ref} entity={entity} />
        </ReportSwitch>
      );
    default:
      return <ServiceTab key={ref} entity={entity} />;
  }
}
