export { Autosave } from './Autosave';
export { contentOf, getAt, setAt } from './content';
export type {
  AutosaveSnapshot,
  DraftProblem,
  SavePhase,
  UnsavedWork,
  WorkKeeper,
} from './types';
