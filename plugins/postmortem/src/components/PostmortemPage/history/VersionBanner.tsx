import { Alert, ButtonLink } from '@backstage/ui';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../../links';
import { Time } from '../../shared';
import { Author } from './HistoryDialog';

/** Says that the page shows an earlier version. */
export function VersionBanner({ postmortem }: { postmortem: Postmortem }) {
  const { key, version, updatedBy, updatedAt } = postmortem;
  const links = usePostmortemLinks();
  return (
    <Alert
      status="info"
      icon
      role="status"
      title={`This is version ${version} of ${key}, as it was then`}
      description={
        <>
          Written by <Author author={updatedBy} />,{' '}
          <Time at={updatedAt} as="moment" />. It cannot be changed.
        </>
      }
      customActions={
        <ButtonLink
          size="small"
          variant="secondary"
          href={links.postmortem(key)}
        >
          Show the present version
        </ButtonLink>
      }
    />
  );
}
