export { BlastRadius } from './BlastRadius';
export { type Dependent, findDependents } from './findDependents';
export { useLookUp } from './useLookUp';
