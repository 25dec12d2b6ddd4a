import { Badge, Button, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import {
  RiArrowDownSLine,
  RiCheckboxBlankCircleLine,
  RiCheckLine,
  RiForbidLine,
  RiProgress4Line,
} from '@remixicon/react';
import {
  actionItemStatusSchema,
  type ActionItem,
  type ActionItemStatus,
} from 'backstage-plugin-postmortem-common';
import type { ReactElement } from 'react';
import { ITEM_STATUS_NAMES } from './actionItemNames';

const ICONS: Record<ActionItemStatus, ReactElement> = {
  open: <RiCheckboxBlankCircleLine aria-hidden size={16} />,
  in_progress: <RiProgress4Line aria-hidden size={16} />,
  done: <RiCheckLine aria-hidden size={16} />,
  wont_do: <RiForbidLine aria-hidden size={16} />,
};

/** How far an action item is; who may, changes it here. */
export function ActionItemState(props: {
  item: ActionItem;
  /** Left out where it cannot be changed. */
  onChange?: (status: ActionItemStatus) => void;
}) {
  const { item, onChange } = props;
  const { status, title } = item;
  if (!onChange) {
    return <Badge icon={ICONS[status]}>{ITEM_STATUS_NAMES[status]}</Badge>;
  }
  return (
    <MenuTrigger>
      <Button
        variant="secondary"
        size="small"
        iconStart={ICONS[status]}
        iconEnd={<RiArrowDownSLine aria-hidden />}
        aria-label={`${ITEM_STATUS_NAMES[status]}: change the status of ${title}`}
      >
        {ITEM_STATUS_NAMES[status]}
      </Button>
      <Menu>
        {actionItemStatusSchema.options
          .filter(option => option !== status)
          .map(option => (
            <MenuItem
              key={option}
              iconStart={ICONS[option]}
              onAction={() => onChange(option)}
            >
              {ITEM_STATUS_NAMES[option]}
            </MenuItem>
          ))}
      </Menu>
    </MenuTrigger>
  );
}
