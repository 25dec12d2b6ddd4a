import { begin, pause } from './__testUtils__/begin';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('taking in what others wrote', () => {
  it('shows it, and who wrote it, without writing anything', async () => {
    const { autosave, server, content, notebook } = begin();
    server.write({ summary: 'Two' });
    await autosave.refresh();

    expect(content().summary).toBe('Two');
    expect(autosave.getSnapshot().mergedWith).toBe(
      'user:default/ana.castellanos',
    );
    await pause();
    expect(server.written).toEqual([]);
    expect(notebook.kept).toBeNull();
  });

  it('leaves it to the save when something waits to be sent', async () => {
    const { autosave, server, type, content } = begin();
    type('impact.description', 'All of them');
    server.write({ summary: 'Two' });
    await autosave.refresh();
    expect(server.reads).toBe(0);

    await pause();
    expect(content()).toMatchObject({
      summary: 'Two',
      impact: { description: 'All of them' },
    });
    expect(server.document.impact.description).toBe('All of them');
  });

  it('keeps what is typed while it reads', async () => {
    const { autosave, server, type, content } = begin();
    server.write({ summary: 'Two' });
    const refreshed = autosave.refresh();
    type('summary', 'One, and a half');
    await refreshed;
    expect(content().summary).toBe('One, and a half');

    await pause();
    expect(autosave.getSnapshot().conflicts).toMatchObject([
      { path: 'summary', mine: 'One, and a half', theirs: 'Two' },
    ]);
  });

  it('changes nothing when the server cannot be reached', async () => {
    const { autosave, server, phase, content } = begin();
    server.isDown = true;
    await autosave.refresh();
    expect(phase()).toBe('saved');
    expect(content().summary).toBe('One');
  });
});
