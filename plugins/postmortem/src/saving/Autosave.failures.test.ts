import type { PostmortemContent } from 'backstage-plugin-postmortem-common';
import { postmortem } from '../__testUtils__/documents';
import { begin, pause } from './__testUtils__/begin';
import { refusal } from './__testUtils__/FakeServer';
import { contentOf } from './content';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('a network that fails', () => {
  it('keeps the text, and sends it when the backend is back', async () => {
    const { server, type, phase, notebook } = begin();
    server.isDown = true;
    type('summary', 'Two');
    await pause();
    expect(phase()).toBe('unreachable');
    expect(notebook.kept?.mine.summary).toBe('Two');

    type('summary', 'Two, three');
    await pause(20_000);
    expect(phase()).toBe('unreachable');

    server.isDown = false;
    await pause(30_000);
    expect(server.document.summary).toBe('Two, three');
    expect(notebook.kept).toBeNull();
  });

  it('reads before it repeats: what arrived is not sent again', async () => {
    const { server, type, phase } = begin();
    server.fates = ['answerLost'];
    type('summary', 'Two');
    await pause();
    expect(phase()).toBe('unreachable');

    await pause(1_000);
    expect(server.reads).toBe(1);
    expect(server.written).toEqual([{ summary: 'Two' }]);
    expect(phase()).toBe('saved');
  });

  it('is not in conflict with its own write whose answer was lost', async () => {
    const { server, type, autosave } = begin();
    server.fates = ['answerLost'];
    type('summary', 'Two');
    await pause();
    type('summary', 'Two, three');
    server.write({ title: 'Another title' });
    await autosave.save();

    expect(autosave.getSnapshot().conflicts).toEqual([]);
    expect(autosave.getSnapshot().content).toMatchObject({
      summary: 'Two, three',
      title: 'Another title',
    });
    await pause();
    expect(server.document.summary).toBe('Two, three');
  });

  it('is not in conflict with its own write that arrives late', async () => {
    const { server, type, autosave } = begin();
    server.fates = ['lost', 'lost'];
    type('summary', 'Two');
    await pause();
    type('summary', 'Two, three');
    const read = server.getPostmortem;
    jest
      .spyOn(server as { getPostmortem: typeof read }, 'getPostmortem')
      .mockImplementation(async () => {
        const before = await read();
        server.write({ summary: 'Two' });
        server.fates = [];
        return before;
      });
    await autosave.save();
    await pause();

    expect(autosave.getSnapshot().conflicts).toEqual([]);
    expect(server.document.summary).toBe('Two, three');
  });

  it('waits longer from try to try, up to half a minute', async () => {
    const { server, type } = begin();
    server.isDown = true;
    type('summary', 'Two');
    await pause();
    await pause(63_000);
    const after63s = server.reads;
    await pause(30_000);
    expect(after63s).toBeLessThan(8);
    expect(server.reads).toBe(after63s + 1);
  });
});

describe('a backend that says no', () => {
  it.each([
    [401, { name: 'signedOut' }],
    [403, { name: 'refused', status: 403 }],
    [404, { name: 'refused', status: 404 }],
    [413, { name: 'rejected', message: expect.stringContaining('too long') }],
    [409, { name: 'rejected', message: expect.stringContaining('state') }],
  ])('answer %i is said and the text kept', async (status, phase) => {
    const { server, type, autosave, notebook } = begin();
    server.fates = [await refusal(status)];
    type('summary', 'Two');
    await pause();
    expect(autosave.getSnapshot().phase).toEqual(phase);
    expect(notebook.kept?.mine.summary).toBe('Two');

    await autosave.save();
    expect(server.document.summary).toBe('Two');
  });
});

describe('work that an earlier page could not save', () => {
  const opened = postmortem(31, { actionItems: [], summary: 'One' });

  function work(changes: Partial<PostmortemContent>, version = opened.version) {
    const base = contentOf(opened);
    return { baseVersion: version, base, mine: { ...base, ...changes } };
  }

  it('is put back quietly and saved when nobody wrote since', async () => {
    const { server, autosave, content } = begin({
      document: opened,
      unsaved: [work({ summary: 'Kept' })],
    });
    expect(content().summary).toBe('Kept');
    expect(autosave.getSnapshot().restored).toBe('none');
    await pause();
    expect(server.document.summary).toBe('Kept');
  });

  it('is merged with what was written since, and can be taken out and put in again', async () => {
    const { server, autosave, content } = begin({
      document: {
        ...opened,
        version: opened.version + 1,
        title: 'Another title',
      },
      unsaved: [work({ summary: 'Kept' })],
    });
    expect(autosave.getSnapshot().restored).toBe('merged');
    expect(content()).toMatchObject({
      summary: 'Kept',
      title: 'Another title',
    });
    await pause();

    autosave.toggleRestored();
    expect(content().summary).toBe('One');
    await pause();
    expect(server.document.summary).toBe('One');

    autosave.toggleRestored();
    expect(content().summary).toBe('Kept');
  });

  it('of two pages is put together', async () => {
    const { content } = begin({
      document: opened,
      unsaved: [work({ summary: 'Kept' }), work({ notes: 'Kept too' })],
    });
    expect(content()).toMatchObject({ summary: 'Kept', notes: 'Kept too' });
  });
});
