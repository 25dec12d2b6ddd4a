import { BroadcastChannel } from 'node:worker_threads';
import { postmortem } from '../__testUtils__/documents';
import { contentOf } from '../saving';
import { DraftKeeper } from './DraftKeeper';
import { DraftStore } from './DraftStore';
import { announcePage, findOpenPages } from './openPages';

const BASE = contentOf(postmortem());
const ANA = 'user:default/ana.castellanos';

function workWith(summary: string) {
  return { baseVersion: 4, base: BASE, mine: { ...BASE, summary } };
}

function keeperOf(
  pageId: string,
  options: { storage?: Storage | null; writtenBy?: string } = {},
) {
  const { storage = localStorage, writtenBy = ANA } = options;
  const store = new DraftStore(storage);
  const onProblem = jest.fn();
  const keeper = new DraftKeeper({
    store,
    postmortemId: 'a',
    pageId,
    writtenBy,
  });
  keeper.onProblem(onProblem);
  return { store, keeper, onProblem };
}

beforeEach(() => {
  jest.useFakeTimers();
  localStorage.clear();
});

afterEach(() => {
  jest.useRealTimers();
});

it('keeps the last of quick changes within 300 ms, and forgets what was saved', () => {
  const { store, keeper } = keeperOf('page');
  keeper.keep(workWith('One'));
  keeper.keep(workWith('Two'));
  expect(store.list('a', ANA)).toEqual([]);

  jest.advanceTimersByTime(300);
  expect(store.list('a', ANA)).toMatchObject([
    { pageId: 'page', draft: { baseVersion: 4, mine: { summary: 'Two' } } },
  ]);

  keeper.keep(workWith('Three'));
  keeper.drop();
  jest.advanceTimersByTime(300);
  expect(store.list('a', ANA)).toEqual([]);
});

it('keeps at once when the page goes', () => {
  const { store, keeper } = keeperOf('page');
  keeper.keep(workWith('One'));
  keeper.flush();
  expect(store.list('a', ANA)).toHaveLength(1);
});

it('keeps the work of two windows apart, and each person’s to themselves', () => {
  const { store, keeper } = keeperOf('one');
  const other = keeperOf('two').keeper;
  const foreign = keeperOf('three', { writtenBy: 'user:default/dele' }).keeper;
  keeper.keep(workWith('One'));
  keeper.flush();
  jest.advanceTimersByTime(1);
  other.keep(workWith('Two'));
  other.flush();
  foreign.keep(workWith('Three'));
  foreign.flush();
  expect(store.list('a', ANA).map(({ pageId }) => pageId)).toEqual([
    'one',
    'two',
  ]);
});

it('passes over what is no draft', () => {
  localStorage.setItem('postmortem.draft.a.page', '{"mine":');
  localStorage.setItem('postmortem.draft.a.other', '{"mine":3}');
  expect(new DraftStore(localStorage).list('a', ANA)).toEqual([]);
});

it('says when the browser is full, and when it denies storage', () => {
  const full = jest
    .spyOn(Storage.prototype, 'setItem')
    .mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
  const { keeper, onProblem } = keeperOf('page');
  keeper.keep(workWith('One'));
  keeper.flush();
  expect(onProblem).toHaveBeenLastCalledWith('full');

  full.mockRestore();
  keeper.keep(workWith('One'));
  keeper.flush();
  expect(onProblem).toHaveBeenLastCalledWith(null);

  const denied = keeperOf('page', { storage: null });
  denied.keeper.keep(workWith('One'));
  denied.keeper.flush();
  expect(denied.onProblem).toHaveBeenLastCalledWith('denied');
});

it('finds the windows that have the document open, and no others', async () => {
  jest.useRealTimers();
  Object.assign(globalThis, { BroadcastChannel });
  const stop = announcePage('a', 'one');
  const stopOther = announcePage('b', 'two');
  expect([...(await findOpenPages('a'))]).toEqual(['one']);
  stop();
  stopOther();
  expect([...(await findOpenPages('a'))]).toEqual([]);
});
