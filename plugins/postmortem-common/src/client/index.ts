export * from './CollaborationApi';
export { CollaborationClient } from './CollaborationClient';
export * from './FollowThroughApi';
export { FollowThroughClient } from './FollowThroughClient';
export * from './PostmortemApi';
export * from './PostmortemClient';
export * from './errors';
