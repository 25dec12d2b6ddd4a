import { ReportCache } from './ReportCache';

const START = Date.parse('2026-08-01T10:00:00.000Z');

function newCache() {
  let now = START;
  let change = '1';
  let made = 0;
  const cache = new ReportCache({
    state: { change: async () => change },
    clock: () => new Date(now).toISOString(),
  });
  return {
    ask: (...parts: unknown[]) => cache.through(parts, async () => ++made),
    cache,
    wait: (ms: number) => {
      now += ms;
    },
    write: () => {
      change += '1';
    },
  };
}

describe('ReportCache', () => {
  it('gives a report again', async () => {
    const { ask } = newCache();
    expect(await ask('trends', { teamRef: 'a' })).toBe(1);
    expect(await ask('trends', { teamRef: 'a' })).toBe(1);
  });

  it('makes what depends on anything else', async () => {
    const { ask } = newCache();
    await ask('trends', { teamRef: 'a' });
    expect(await ask('trends', { teamRef: 'b' })).toBe(2);
    expect(await ask('patterns', { teamRef: 'a' })).toBe(3);
  });

  it('makes it anew after a write', async () => {
    const { ask, write } = newCache();
    await ask('trends');
    write();
    expect(await ask('trends')).toBe(2);
  });

  it('makes it anew after a write while it was made', async () => {
    const { ask, cache, write } = newCache();
    await cache.through(['trends'], async () => write());
    expect(await ask('trends')).toBe(1);
  });

  it('makes it anew after a minute', async () => {
    const { ask, wait } = newCache();
    await ask('trends');
    wait(59_999);
    expect(await ask('trends')).toBe(1);
    wait(1);
    expect(await ask('trends')).toBe(2);
  });

  it('keeps nothing that failed', async () => {
    const { ask, cache } = newCache();
    await expect(
      cache.through(['trends'], async () => {
        throw new Error('The catalog does not answer');
      }),
    ).rejects.toThrow('does not answer');
    expect(await ask('trends')).toBe(1);
  });

  it('keeps nothing without what it depends on', async () => {
    const { cache } = newCache();
    await cache.through(undefined, async () => 1);
    expect(await cache.through(undefined, async () => 2)).toBe(2);
  });
});
