import { alertApiRef, useApi } from '@backstage/core-plugin-api';
import {
  Button,
  ButtonIcon,
  ButtonLink,
  Menu,
  MenuItem,
  MenuSeparator,
  MenuTrigger,
} from '@backstage/ui';
import {
  RiArrowGoBackLine,
  RiDeleteBinLine,
  RiEditLine,
  RiHistoryLine,
  RiLinkM,
  RiMore2Line,
  RiPrinterLine,
} from '@remixicon/react';
import type { Postmortem } from 'backstage-plugin-postmortem-common';
import { postmortemApiRef } from '../../../api';
import { usePostmortemLinks } from '../../../links';
import { BACK_STEPS, NEXT_STEPS, type Transition } from '../../Workflow';
import { useExports } from './useExports';
import type { useAction } from '../../shared';

/** What a reader can do with a postmortem, as far as they may. */
export function PostmortemActions(props: {
  postmortem: Postmortem;
  canEdit: boolean;
  canDelete: boolean;
  action: ReturnType<typeof useAction>;
  transition: Transition;
  /** Left out where the reader cannot review it now. */
  onReview?: () => void;
  onDeleted: () => void;
  onHistory: () => void;
}) {
  const {
    postmortem,
    canEdit,
    canDelete,
    action,
    transition,
    onReview,
    onHistory,
  } = props;
  const { id, key, status } = postmortem;
  const api = useApi(postmortemApiRef);
  const alertApi = useApi(alertApiRef);
  const links = usePostmortemLinks();
  const next = canEdit ? NEXT_STEPS[status] : null;
  const back = canEdit ? BACK_STEPS[status] : null;

  const exports = useExports(postmortem, action);

  const copyLink = () =>
    action.run('The link was not copied', async () => {
      const url = new URL(links.postmortem(key), window.location.origin);
      await navigator.clipboard.writeText(url.href);
      alertApi.post({
        message: `The link to ${key} is in the clipboard`,
        severity: 'success',
        display: 'transient',
      });
    });
  const remove = () =>
    action.run(`${key} was not deleted`, async () => {
      await api.deletePostmortem(id);
      props.onDeleted();
    });

  return (
    <>
      {next && (
        <Button
          variant="primary"
          isPending={transition.isRunning}
          onPress={() => transition.take(next)}
        >
          {next.name}
        </Button>
      )}
      {onReview && (
        <Button variant="secondary" onPress={onReview}>
          Review
        </Button>
      )}
      {canEdit && (
        <ButtonLink
          variant="secondary"
          href={links.edit(key)}
          iconStart={<RiEditLine aria-hidden />}
        >
          Edit
        </ButtonLink>
      )}
      <MenuTrigger>
        <ButtonIcon
          variant="secondary"
          icon={<RiMore2Line />}
          aria-label="More actions"
        />
        <Menu placement="bottom end">
          {back && (
            <MenuItem
              iconStart={<RiArrowGoBackLine />}
              onAction={() => transition.askBack(back)}
            >
              {back.name}
            </MenuItem>
          )}
          <MenuItem iconStart={<RiHistoryLine />} onAction={onHistory}>
            History
          </MenuItem>
          <MenuItem iconStart={<RiLinkM />} onAction={copyLink}>
            Copy link
          </MenuItem>
          <MenuItem
            iconStart={<RiPrinterLine />}
            onAction={() => window.print()}
          >
            Print
          </MenuItem>
          {exports.map(({ name, icon, save }) => (
            <MenuItem key={name} iconStart={icon} onAction={save}>
              {name}
            </MenuItem>
          ))}
          {canDelete && (
            <>
              <MenuSeparator />
              <MenuItem
                color="danger"
                iconStart={<RiDeleteBinLine />}
                onAction={remove}
              >
                Delete
              </MenuItem>
            </>
          )}
        </Menu>
      </MenuTrigger>
    </>
  );
}
