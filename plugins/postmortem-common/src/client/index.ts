export * from './CollaborationApi';
export { CollaborationClient } from './CollaborationClient';
export * from './FollowThroughApi';
export { FollowThroughClient } from './FollowThroughClient';
export * from './ReportsApi';
export { ReportsClient } from './ReportsClient';
export * from './PostmortemApi';
export * from './PostmortemClient';
export * from './errors';
