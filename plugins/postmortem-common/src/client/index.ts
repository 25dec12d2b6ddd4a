export * from './PostmortemApi';
export * from './PostmortemClient';
export * from './errors';
