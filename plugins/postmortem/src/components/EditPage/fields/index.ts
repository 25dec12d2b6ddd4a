export { ChoiceField } from './ChoiceField';
export { FieldConflicts } from './FieldConflicts';
export {
  DocumentChoice,
  DocumentEntity,
  DocumentMarkdown,
  DocumentText,
  DocumentTime,
} from './fields';
