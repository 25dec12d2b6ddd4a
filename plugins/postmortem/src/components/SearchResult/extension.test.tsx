import { SearchResultListItemExtensions } from '@backstage/plugin-search-react';
import { registerMswTestHooks } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { setupServer } from 'msw/node';
import { postmortemHandlers, renderWithBackend } from '../../__testUtils__';
import { PostmortemSearchResultListItem } from '../../plugin';

const server = setupServer();

describe('the search extension of the legacy front-end system', () => {
  registerMswTestHooks(server);

  it('shows the results of this plugin, and leaves others alone', async () => {
    server.use(...postmortemHandlers());
    const document = {
      part: 'lesson',
      key: 'PM-3',
      postmortemTitle: 'An outage',
      title: 'Warm it first',
      text: 'Warm it first',
      severity: 'SEV1',
      startedAt: null,
      entityRefs: [],
      teams: [],
      lessonKind: 'got_lucky',
      location: '/postmortems/PM-3#lesson-1',
    };
    await renderWithBackend(
      <SearchResultListItemExtensions
        results={[
          { type: 'postmortem-lesson', document },
          {
            type: 'software-catalog',
            document: { title: 'checkout', text: 'A service', location: '/x' },
          },
        ]}
      >
        <PostmortemSearchResultListItem />
      </SearchResultListItemExtensions>,
    );

    expect(await screen.findByText('Got lucky')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Warm it first' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'checkout' })).toHaveAttribute(
      'href',
      '/x',
    );
  });
});
