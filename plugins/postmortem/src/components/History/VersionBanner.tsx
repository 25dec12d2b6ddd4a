import { Alert, Button, ButtonLink, Flex } from '@backstage/ui';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { usePostmortemLinks } from '../../links';
import { FailureAlert } from '../shared';
import { useRestore } from './useRestore';
import { WrittenBy } from './WrittenBy';

/** Says that the page shows an earlier version, and offers it back. */
export function VersionBanner(props: {
  postmortem: Postmortem;
  canRestore: boolean;
}) {
  const { postmortem, canRestore } = props;
  const { key, version } = postmortem;
  const links = usePostmortemLinks();
  const { restore, failure, isRunning } = useRestore();
  return (
    <Flex direction="column" gap="3">
      <Alert
        status="info"
        icon
        role="status"
        title={`This is version ${version} of ${key}, as it was then`}
        description={<WrittenBy postmortem={postmortem} />}
        customActions={
          <>
            {canRestore && (
              <Button
                size="small"
                variant="secondary"
                isPending={isRunning}
                onPress={() => restore(postmortem)}
              >
                Restore this version
              </Button>
            )}
            <ButtonLink
              size="small"
              variant="secondary"
              href={links.postmortem(key)}
            >
              Show the present version
            </ButtonLink>
          </>
        }
      />
      {failure && <FailureAlert failure={failure} />}
    </Flex>
  );
}
