export { isInstant, splitTime } from './parseTime';
export { TimeField } from './TimeField';
