/**
 * The backend of the postmortem plugin.
 *
 * @packageDocumentation
 */
export { postmortemPlugin as default } from './plugin';
export {
  createPostmortemConditionalDecision,
  postmortemConditions,
} from './permissions/conditions';
