export { Autosave } from './Autosave';
export { contentOf, getAt, setAt } from './content';
export type {
  AutosaveSnapshot,
  SavePhase,
  UnsavedWork,
  WorkKeeper,
} from './types';
