export { ApprovalsSection, hasApprovals } from './ApprovalsSection';
export { editorPartOf } from './pointPlace';
export { ReviewDialog } from './ReviewDialog';
export { BACK_STEPS, NEXT_STEPS } from './steps';
export { TransitionDialogs } from './TransitionDialogs';
export { useReviews, type Reviews } from './useReviews';
export { useTransition, type Transition } from './useTransition';
