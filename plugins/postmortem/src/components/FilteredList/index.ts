export { FilterBar } from './FilterBar';
export { ListHeading } from './ListHeading';
export { ListPaging } from './ListPaging';
export { ListError, ListSkeleton, NoMatch } from './ListStates';
