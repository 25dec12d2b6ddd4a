import { COMPLETED_AT, refusal } from './__testUtils__/FakeServer';
import { begin, pause } from './__testUtils__/begin';
import { postmortem } from '../__testUtils__/documents';
import { PAUSE_MS } from './Autosave';

const ITEM_ID = '00000000-0000-4000-8000-000000009001';

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('saving by itself', () => {
  it('sends what changed, and only that, within two seconds of a pause', async () => {
    const { server, type, phase, notebook } = begin();
    type('summary', 'O');
    await pause(500);
    type('summary', 'Once');
    expect(phase()).toBe('waiting');
    expect(notebook.kept?.mine.summary).toBe('Once');

    await pause(PAUSE_MS - 1);
    expect(server.written).toEqual([]);
    await pause(1);

    expect(PAUSE_MS).toBeLessThan(2_000);
    expect(server.written).toEqual([{ summary: 'Once' }]);
    expect(phase()).toBe('saved');
    expect(notebook.kept).toBeNull();
  });

  it('sends nothing when a change was taken back', async () => {
    const { server, type, phase } = begin();
    type('summary', 'Two');
    type('summary', 'One');
    await pause();
    expect(server.written).toEqual([]);
    expect(phase()).toBe('saved');
  });

  it('keeps what is typed during a save, and sends it after its own pause', async () => {
    const { server, type, content, phase } = begin();
    server.duringWrite = () => {
      server.duringWrite = undefined;
      type('summary', 'Two, three');
      type('impact.description', 'All');
    };
    type('summary', 'Two');
    await pause();
    expect(content()).toMatchObject({ summary: 'Two, three' });
    expect(phase()).toBe('waiting');

    await pause();
    expect(server.written).toEqual([
      { summary: 'Two' },
      { summary: 'Two, three', impact: { description: 'All' } },
    ]);
    expect(phase()).toBe('saved');
  });

  it('leaves the space at the end of a title to somebody who types on', async () => {
    const { server, type, content } = begin();
    type('title', 'Checkout ');
    await pause();
    expect(server.document.title).toBe('Checkout');
    expect(content().title).toBe('Checkout ');
    await pause(60_000);
    expect(server.written).toHaveLength(1);
  });

  it('takes over what the backend fills in, and does not send it back', async () => {
    const { server, type, content } = begin();
    type('actionItems', [
      {
        ...postmortem().actionItems[0],
        id: ITEM_ID,
        status: 'done',
        completedAt: null,
      },
    ]);
    await pause();
    expect(content().actionItems[0]).toMatchObject({
      completedAt: COMPLETED_AT,
    });
    await pause(60_000);
    expect(server.written).toHaveLength(1);
  });

  it('sends what is waiting when the page is left', async () => {
    const { server, type, autosave } = begin();
    type('summary', 'Two');
    autosave.close();
    await pause(0);
    expect(server.written).toEqual([{ summary: 'Two' }]);
  });
});

describe('wrong fields', () => {
  it('hold back only themselves', async () => {
    const { server, type, autosave, notebook, phase } = begin();
    type('incident.resolvedAt', '2020-01-01T00:00:00.000Z');
    type('summary', 'Two');
    await pause();

    expect(server.written).toEqual([{ summary: 'Two' }]);
    expect(autosave.getSnapshot().issues).toEqual([
      expect.objectContaining({ path: 'incident.resolvedAt' }),
      expect.objectContaining({ path: 'incident.resolvedAt' }),
    ]);
    expect(phase()).toBe('saved');
    expect(autosave.isSaved()).toBe(false);
    expect(notebook.kept?.mine.incident.resolvedAt).toMatch(/^2020/);

    type('incident.resolvedAt', '2026-08-12T10:00:00.000Z');
    await pause();
    expect(autosave.getSnapshot().issues).toEqual([]);
    expect(server.document.incident.resolvedAt).toMatch(/T10:00/);
    expect(notebook.kept).toBeNull();
  });

  it('in a row do not hold back the other rows', async () => {
    const { server, type, content } = begin();
    type('timeline.0.text', '');
    type('timeline.1.text', 'Another');
    await pause();
    expect(server.document.timeline.map(({ text }) => text)).toEqual([
      'The cache fails over',
      'Another',
      'Half of the traffic is shed',
      'Error rate back to normal',
    ]);
    expect(content().timeline[0].text).toBe('');
  });

  it('that only the backend knows of are shown in their place, and the rest is sent', async () => {
    const { server, type, autosave } = begin();
    server.fates = [
      await refusal(400, [{ path: 'severity', message: 'must be one of A' }]),
    ];
    type('severity', 'SEV9');
    type('summary', 'Two');
    await pause();
    expect(server.written).toEqual([{ summary: 'Two' }]);
    expect(autosave.getSnapshot().issues).toEqual([
      { path: 'severity', message: 'must be one of A' },
    ]);

    type('severity', 'SEV1');
    await pause();
    expect(server.document.severity).toBe('SEV1');
    expect(autosave.getSnapshot().issues).toEqual([]);
  });
});

describe('others who write', () => {
  it('merges other parts and other rows by itself, and says with whom', async () => {
    const { server, type, autosave, content } = begin();
    server.write({
      impact: { ...server.document.impact, business: 'Theirs' },
      lessons: [
        ...server.document.lessons,
        {
          id: ITEM_ID,
          kind: 'got_lucky',
          text: 'Their lesson',
          audience: null,
        },
      ],
    });
    type('summary', 'Mine');
    type('lessons.0.text', 'My lesson');
    await pause();

    expect(content().impact.business).toBe('Theirs');
    expect(server.document.summary).toBe('Mine');
    expect(server.document.lessons.map(({ text }) => text)).toEqual([
      'My lesson',
      'The alert fired in minutes',
      'Their lesson',
    ]);
    expect(autosave.getSnapshot()).toMatchObject({
      mergedWith: 'user:default/ana.castellanos',
      conflicts: [],
      phase: { name: 'saved' },
    });
  });

  it('holds back a true conflict alone until somebody decides', async () => {
    const { server, type, autosave, notebook } = begin();
    server.write({ summary: 'Theirs' });
    type('summary', 'Mine');
    type('impact.business', 'Mine too');
    await pause();

    const [conflict] = autosave.getSnapshot().conflicts;
    expect(conflict).toMatchObject({
      path: 'summary',
      mine: 'Mine',
      theirs: 'Theirs',
    });
    expect(server.document).toMatchObject({
      summary: 'Theirs',
      impact: { business: 'Mine too' },
    });
    expect(notebook.kept).toMatchObject({ mine: { summary: 'Mine' } });

    type('summary', 'Mine, and more');
    autosave.resolve('summary', 'mine');
    await pause(0);
    expect(server.document.summary).toBe('Mine, and more');
    expect(notebook.kept).toBeNull();
  });

  it('keeps a conflict when they write once more', async () => {
    const { server, type, autosave } = begin();
    server.write({ summary: 'Theirs' });
    type('summary', 'Mine');
    await pause();
    server.write({ title: 'Another title' });
    type('impact.business', 'Mine');
    await pause();

    expect(autosave.getSnapshot().conflicts).toHaveLength(1);
    expect(server.document).toMatchObject({
      summary: 'Theirs',
      title: 'Another title',
      impact: { business: 'Mine' },
    });
    autosave.resolve('summary', { text: 'Theirs and mine' });
    await pause(0);
    expect(server.document.summary).toBe('Theirs and mine');
  });
});
