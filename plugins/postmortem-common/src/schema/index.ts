export * from './primitives';
export * from './parts';
export * from './actionItem';
export * from './postmortem';
export { MAX_PAGE_SIZE, pageInfoSchema } from './paging';
export * from './queries';
export * from './workflow';
export * from './comments';
