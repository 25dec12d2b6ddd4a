export { FieldHints } from './FieldHints';
export { HintsProvider } from './HintsContext';
export { HintCount, HintSwitch } from './HintSwitch';
export { reword } from './rewording';
