import type {
  ActionItemStatus,
  ActionItemTerm,
  ActionItemType,
  VerificationVerdict,
} from 'backstage-plugin-postmortem-common';

/** The names of an action item's values as people read them. */
export const ITEM_STATUS_NAMES: Record<ActionItemStatus, string> = {
  open: 'Open',
  in_progress: 'In progress',
  done: 'Done',
  wont_do: 'Won’t do',
};

export const ITEM_TYPE_NAMES: Record<ActionItemType, string> = {
  investigate: 'Investigate',
  mitigate: 'Mitigate',
  repair: 'Repair',
  detect: 'Detect',
  prevent: 'Prevent',
};

export const TERM_NAMES: Record<ActionItemTerm, string> = {
  short: 'Short term',
  long: 'Long term',
};

export const VERDICT_NAMES: Record<VerificationVerdict, string> = {
  pending: 'Not verified yet',
  effective: 'It worked',
  partial: 'It worked in part',
  ineffective: 'It did not work',
  cannot_tell: 'Cannot tell whether it worked',
};
