export { BACK_STEPS, NEXT_STEPS } from './steps';
export { TransitionDialogs } from './TransitionDialogs';
export { useTransition, type Transition } from './useTransition';
export { WaiverList } from './WaiverList';
