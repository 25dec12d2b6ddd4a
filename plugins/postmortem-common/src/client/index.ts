export * from './CollaborationApi';
export { CollaborationClient } from './CollaborationClient';
export * from './PostmortemApi';
export * from './PostmortemClient';
export * from './errors';
