import type { Client } from './startPlugin';

export const CHECKOUT = 'component:default/checkout';
export const INDEX = 'component:default/index';
export const LEDGER_DB = 'component:default/ledger-db';
export const PAYMENTS = 'group:default/payments';
export const SEARCH = 'group:default/search';
export const LEDGER = 'group:default/ledger';
export const PLATFORM = 'group:default/platform';

/** What tests of proposals do, as somebody who writes postmortems. */
export function proposing(author: Client) {
  const written = async (input: object) => {
    const { status, body } = await author.post('/postmortems', {
      title: 'An outage',
      entities: [{ entityRef: CHECKOUT, role: 'cause' }],
      ...input,
    });
    expect(status).toBe(201);
    return body;
  };

  const itemOf = async (title: string) => {
    const { body } = await author.get(
      `/action-items?q=${encodeURIComponent(title)}`,
    );
    return body.items.find((item: any) => item.title === title);
  };

  const titlesOf = async (query: string) => {
    const { body } = await author.get(`/action-items?limit=100&${query}`);
    expect(body.totalItems).toBe(body.items.length);
    return body.items.map((item: any) => item.title);
  };

  const proposed = async (title: string, input: object = {}) => {
    const { actionItems } = await written({
      actionItems: [{ title, entityRef: INDEX, dueAt: '2020-01-01' }],
      ...input,
    });
    expect((await itemOf(title)).proposal?.state).toBe('proposed');
    return actionItems[0].id as string;
  };

  const setEntity = async (itemId: string, entityRef: string | null) => {
    const { status } = await author.patch(`/action-items/${itemId}`, null, {
      entityRef,
    });
    expect(status).toBe(200);
  };

  return { written, itemOf, titlesOf, proposed, setEntity };
}
