import type { SearchDocument } from '@backstage/plugin-search-common';
import { registerMswTestHooks } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import type { PostmortemSearchFields } from 'backstage-plugin-postmortem-common';
import { setupServer } from 'msw/node';
import { postmortemHandlers, renderWithBackend } from '../../__testUtils__';
import { PostmortemSearchResultListItem } from '.';

const server = setupServer();

function result(
  fields: Partial<SearchDocument & PostmortemSearchFields> = {},
): SearchDocument & PostmortemSearchFields {
  return {
    part: 'postmortem',
    key: 'PM-31',
    postmortemTitle: 'Checkout errors after the cache failover',
    title: 'PM-31 Checkout errors after the cache failover',
    text: 'The cache was cold.',
    location: '/postmortems/PM-31',
    status: 'published',
    severity: 'SEV2',
    startedAt: '2019-08-12T10:00:00.000Z',
    entityRefs: ['component:default/checkout', 'resource:default/ledger-db'],
    teams: ['group:default/payments'],
    tags: [],
    ...fields,
  };
}

const facts = () =>
  screen.getAllByRole('listitem').map(item => item.textContent);

describe('PostmortemSearchResultListItem', () => {
  registerMswTestHooks(server);
  beforeEach(() => server.use(...postmortemHandlers()));

  it('shows a postmortem with what helps to tell it from others', async () => {
    await renderWithBackend(
      <PostmortemSearchResultListItem result={result()} />,
    );

    expect(screen.getByText('Postmortem')).toBeInTheDocument();
    expect(
      screen.getByRole('link', {
        name: 'PM-31 Checkout errors after the cache failover',
      }),
    ).toHaveAttribute('href', '/postmortems/PM-31');
    expect(screen.getByText('The cache was cold.')).toBeInTheDocument();
    expect(facts()).toEqual([
      'SEV2',
      '12 Aug 2019',
      'checkout, ledger-db',
      'owner: payments',
    ]);
  });

  it('leads to a lesson, and says where it comes from', async () => {
    await renderWithBackend(
      <PostmortemSearchResultListItem
        result={result({
          part: 'lesson',
          title: 'Warm it first',
          text: 'Warm it first',
          location: '/elsewhere/PM-31#lesson-1',
          lessonKind: 'to_improve',
        })}
      />,
    );

    expect(screen.getByText('Lesson')).toBeInTheDocument();
    expect(screen.getAllByText('Warm it first')).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'Warm it first' })).toHaveAttribute(
      'href',
      '/postmortems/PM-31#lesson-1',
    );
    expect(
      screen.getByText('PM-31 Checkout errors after the cache failover'),
    ).toBeInTheDocument();
    expect(facts()).toContain('To improve');
  });

  it('says how an action item stands, and whose it is', async () => {
    const item = result({
      part: 'actionItem',
      title: 'Alert on a cold cache',
      actionItemStatus: 'in_progress',
      dueAt: '2019-12-24T00:00:00.000Z',
      ownerRef: 'user:default/ana',
    });
    await renderWithBackend(<PostmortemSearchResultListItem result={item} />);
    expect(screen.getByText('Action item')).toBeInTheDocument();
    expect(facts()).toEqual([
      'SEV2',
      '12 Aug 2019',
      'In progress',
      'due 24 Dec 2019',
      'checkout, ledger-db',
      'owner: ana',
    ]);
  });

  it('does not give an action item without an owner to the team', async () => {
    await renderWithBackend(
      <PostmortemSearchResultListItem
        result={result({
          part: 'actionItem',
          actionItemStatus: 'open',
          ownerRef: null,
          dueAt: null,
        })}
      />,
    );
    expect(facts()).toEqual([
      'SEV2',
      '12 Aug 2019',
      'Open',
      'checkout, ledger-db',
      'no owner',
    ]);
  });

  it('marks what was found, and begins near it', async () => {
    const { container } = await renderWithBackend(
      <PostmortemSearchResultListItem
        result={result()}
        highlight={{
          preTag: '<b1>',
          postTag: '</b1>',
          fields: {
            title: 'PM-31 Checkout errors after the <b1>cache</b1> failover',
            text: `${'before '.repeat(60)}the <b1>cache</b1> was cold`,
          },
        }}
      />,
    );
    const marks = container.querySelectorAll('mark');
    expect([...marks].map(mark => mark.textContent)).toEqual([
      'cache',
      'cache',
    ]);
    const text = marks[1].parentElement!;
    expect(text).toHaveTextContent(/^…(before )+the cache was cold$/);
    expect(text.textContent!.length).toBeLessThan(120);
    expect(
      within(screen.getByRole('link')).getByText('cache'),
    ).toBeInTheDocument();
  });

  it('names the first few services and how many more there are', async () => {
    await renderWithBackend(
      <PostmortemSearchResultListItem
        result={result({
          entityRefs: ['a', 'b', 'c', 'd', 'e'].map(
            name => `component:default/${name}`,
          ),
          severity: null,
          startedAt: null,
          teams: [],
        })}
      />,
    );
    expect(facts()).toEqual(['No severity', 'a, b, c and 2 more']);
  });
});
