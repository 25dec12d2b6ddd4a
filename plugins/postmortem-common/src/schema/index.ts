export * from './primitives';
export * from './parts';
export * from './actionItem';
export * from './postmortem';
export * from './queries';
export * from './workflow';
