/**
 * Postmortem tabs, cards and pages for Backstage.
 *
 * @packageDocumentation
 */
export { postmortemApiRef } from './api';
export {
  EntityPostmortemsCard,
  EntityPostmortemsContent,
  HomePageMyActionItems,
  HomePagePastIncidents,
  HomePageRecentLessons,
  postmortemPlugin,
  PostmortemsPage,
} from './plugin';
export { isPostmortemsAvailable, POSTMORTEM_ENTITY_KINDS } from './entityKinds';
