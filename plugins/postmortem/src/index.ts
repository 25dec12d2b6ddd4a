/**
 * Postmortem tabs, cards and pages for Backstage.
 *
 * @packageDocumentation
 */
export { postmortemApiRef } from './api';
export {
  EntityPostmortemsCard,
  EntityPostmortemsContent,
  postmortemPlugin,
  PostmortemsPage,
} from './plugin';
export { isPostmortemsAvailable, POSTMORTEM_ENTITY_KINDS } from './entityKinds';
