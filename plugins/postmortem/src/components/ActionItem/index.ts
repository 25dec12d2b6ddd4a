export {
  ITEM_STATUS_NAMES,
  ITEM_TYPE_NAMES,
  TERM_NAMES,
  VERDICT_NAMES,
} from './actionItemNames';
export { ActionItemDue } from './ActionItemDue';
export { ActionItemState } from './ActionItemState';
export { ItemFollowUp } from './ItemFollowUp';
export { Proposal } from './Proposal';
export { type ItemEditing, useItemEditing } from './useItemEditing';
