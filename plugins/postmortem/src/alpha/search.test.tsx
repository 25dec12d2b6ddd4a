import { createExtensionTester } from '@backstage/frontend-test-utils';
import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { POSTMORTEM_SEARCH_TYPES } from 'backstage-plugin-postmortem-common';
import {
  actionItemResultType,
  lessonResultType,
  postmortemResultType,
  postmortemSearchResult,
} from './search';

describe('search extensions of the new front-end system', () => {
  it('show the results of this plugin and no others', () => {
    const { predicate } = createExtensionTester(postmortemSearchResult).get(
      SearchResultListItemBlueprint.dataRefs.item,
    );
    const types = [...POSTMORTEM_SEARCH_TYPES, 'software-catalog', 'techdocs'];
    expect(
      types.filter(type =>
        predicate!({
          type,
          document: { title: '', text: '', location: '' },
        }),
      ),
    ).toEqual([...POSTMORTEM_SEARCH_TYPES]);
  });

  it('offer each type of result', () => {
    const offered = [
      postmortemResultType,
      lessonResultType,
      actionItemResultType,
    ].map(extension =>
      createExtensionTester(extension).get(
        SearchFilterResultTypeBlueprint.dataRefs.resultType,
      ),
    );
    expect(offered.map(({ value, name }) => [value, name])).toEqual([
      ['postmortem', 'Postmortems'],
      ['postmortem-lesson', 'Lessons'],
      ['postmortem-action-item', 'Action items'],
    ]);
  });
});
