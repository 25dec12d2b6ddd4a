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
  PostmortemSearchResultListItem,
  PostmortemsPage,
} from './plugin';
export type { PostmortemSearchResultListItemProps } from './components/SearchResult';
export { isPostmortemsAvailable, POSTMORTEM_ENTITY_KINDS } from './entityKinds';
