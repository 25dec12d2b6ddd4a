import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button, ButtonLink, Flex } from '@backstage/ui';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { useEffect, useRef } from 'react';
import { postmortemApiRef } from '../../../api';
import { usePostmortemLinks } from '../../../links';
import { FailureAlert, useAction } from '../../shared';

/** Stands where a postmortem was until its reader deleted it. */
export function DeletedNotice(props: {
  postmortem: Postmortem;
  onRestored: (postmortem: Postmortem) => void;
}) {
  const { postmortem, onRestored } = props;
  const { id, key, title } = postmortem;
  const api = useApi(postmortemApiRef);
  const links = usePostmortemLinks();
  const action = useAction();
  const undo = useRef<HTMLButtonElement>(null);
  // What was pressed is gone with the page: go on with what undoes it.
  useEffect(() => undo.current?.focus(), []);
  const restore = () =>
    action.run(`${key} was not restored`, async () =>
      onRestored(await api.restorePostmortem(id)),
    );
  return (
    <Flex direction="column" gap="4">
      <Alert
        status="info"
        icon
        role="status"
        title={`${key} was deleted`}
        description={`“${title}” is in no list any more. Undo brings it back as it was.`}
        customActions={
          <>
            <Button
              ref={undo}
              size="small"
              variant="primary"
              isPending={action.isRunning}
              onPress={restore}
            >
              Undo
            </Button>
            <ButtonLink size="small" variant="secondary" href={links.list()}>
              All postmortems
            </ButtonLink>
          </>
        }
      />
      {action.failure && <FailureAlert failure={action.failure} />}
    </Flex>
  );
}
