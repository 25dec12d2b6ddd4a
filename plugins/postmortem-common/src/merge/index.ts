export { mergePostmortems } from './mergePostmortems';
export { resolveConflict } from './resolveConflict';
export { changesBetween, type Change } from './changesBetween';
export { diffPostmortems } from './diffPostmortems';
export type { Conflict, ConflictChoice, MergeResult } from './types';
