export { count } from './count';
export { CreateActions, NewPostmortem } from './CreateActions';
export { EmptyState } from './EmptyState';
export { explainError, LoadError, statusOf } from './LoadError';
export { LESSON_KIND_NAMES } from './lessonKinds';
export { Markdown } from './Markdown';
export { Panel } from './Panel';
export { Severity } from './Severity';
export { severityLevel } from './severity';
export { SeverityMark } from './SeverityMark';
export { ShowMore } from './ShowMore';
export { Restricted, Status, STATUS_NAMES } from './Status';
export { Time } from './Time';
export {
  formatClock,
  formatDay,
  formatDue,
  formatDuration,
  formatExact,
  formatRelative,
} from './time';
export { useSeverities } from './useSeverities';
