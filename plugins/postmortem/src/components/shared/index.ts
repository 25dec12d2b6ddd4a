export { Author } from './Author';
export { CardTable } from './CardTable';
export { count } from './count';
export { CreateActions, NewPostmortem } from './CreateActions';
export { EmptyState } from './EmptyState';
export { EntityPath } from './EntityPath';
export { explainError, LoadError, statusOf } from './LoadError';
export { FailureAlert } from './FailureAlert';
export { HeadingLevel } from './HeadingLevel';
export { LESSON_KIND_NAMES } from './lessonKinds';
export { Markdown } from './Markdown';
export { Panel } from './Panel';
export { ReasonDialog } from './ReasonDialog';
export { ReasonForm } from './ReasonForm';
export { SearchBox } from './SearchBox';
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
export { useAction, type FailedAction } from './useAction';
export { type Me, useMe } from './useMe';
export { useSeverities } from './useSeverities';
export { useStandsFor } from './useStandsFor';
export { type UrlParams, useUrlParams } from './useUrlParams';
export { type UrlQuery, useUrlQuery } from './useUrlQuery';
