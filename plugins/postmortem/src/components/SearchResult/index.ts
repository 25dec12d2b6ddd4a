export {
  PostmortemSearchResultListItem,
  type PostmortemSearchResultListItemProps,
} from './PostmortemSearchResultListItem';
