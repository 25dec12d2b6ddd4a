import type {
  Postmortem,
  PostmortemContent,
} from 'backstage-plugin-postmortem-common';
import { postmortem } from '../__testUtils__/documents';
import { COMPLETED_AT, FakeServer, refusal } from './__testUtils__/FakeServer';
import { Autosave, PAUSE_MS } from './Autosave';
import { contentOf, setAt } from './content';
import type { UnsavedWork } from './types';

const ITEM_ID = '00000000-0000-4000-8000-000000009001';

class Notebook {
  kept: UnsavedWork | null = null;
  keep = (work: UnsavedWork) => {
    this.kept = work;
  };
  drop = () => {
    this.kept = null;
  };
  flush = () => {};
  onProblem = () => {};
}

function begin(
  options: { document?: Postmortem; unsaved?: UnsavedWork[] } = {},
) {
  const document =
    options.document ?? postmortem(31, { actionItems: [], summary: 'One' });
  const server = new FakeServer(document);
  const notebook = new Notebook();
  const autosave = new Autosave({
    api: server,
    postmortem: document,
    keeper: notebook,
    unsaved: options.unsaved,
  });
  autosave.open();
  return {
    server,
    notebook,
    autosave,
    type: (path: string, value: unknown) =>
      autosave.change(content => setAt(content, path.split('.'), value)),
    phase: () => autosave.getSnapshot().phase.name,
    content: () => autosave.getSnapshot().content,
  };
}

async function pause(ms = PAUSE_MS) {
  await jest.advanceTimersByTimeAsync(ms);
}

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
        { id: ITEM_ID, kind: 'got_lucky', text: 'Their lesson' },
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
