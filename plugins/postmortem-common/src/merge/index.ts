export { mergePostmortems } from './mergePostmortems';
export { resolveConflict } from './resolveConflict';
export { diffPostmortems } from './diffPostmortems';
export type { Conflict, ConflictChoice, MergeResult } from './types';
