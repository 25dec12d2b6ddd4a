import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import type { PostmortemSearchType } from 'backstage-plugin-postmortem-common';
import {
  isPostmortemResult,
  SEARCH_TYPES,
} from '../components/SearchResult/types';

export const postmortemSearchResult = SearchResultListItemBlueprint.make({
  params: {
    predicate: isPostmortemResult,
    component: () =>
      import('../components/SearchResult').then(
        m => m.PostmortemSearchResultListItem,
      ),
  },
});

function resultType(value: PostmortemSearchType) {
  return SearchFilterResultTypeBlueprint.make({
    name: value,
    params: { value, ...SEARCH_TYPES[value] },
  });
}

export const postmortemResultType = resultType('postmortem');
export const lessonResultType = resultType('postmortem-lesson');
export const actionItemResultType = resultType('postmortem-action-item');
