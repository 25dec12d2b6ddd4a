import type { PostmortemApi } from 'backstage-plugin-postmortem-common';
import { waitFor } from '@testing-library/react';
import { postmortem } from '../../__testUtils__';
import { file } from './__testUtils__/file';
import { understood } from './__testUtils__/understood';
import { Importer } from './Importer';
import { TabStorage } from './TabStorage';

const NO_TARGET = { entityRef: null, teamRef: null };

function start(importMarkdown: PostmortemApi['importMarkdown']) {
  const api = {
    importMarkdown,
    listPostmortems: async () => ({ items: [], totalItems: 0, pageInfo: {} }),
  } as Partial<PostmortemApi> as PostmortemApi;
  return new Importer({ api, storage: new TabStorage() });
}

function files(count: number): File[] {
  return Array.from({ length: count }, (_, index) =>
    file(`Outage ${index}`, `${index}.md`),
  );
}

const states = (importer: Importer) =>
  importer.getState().items.map(({ state }) => state);

describe('Importer', () => {
  beforeEach(() => window.sessionStorage.clear());

  it('reads two hundred files, never more than two at once', async () => {
    let running = 0;
    let most = 0;
    const importer = start(async markdown => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      return understood({ title: markdown });
    });

    await importer.addFiles(files(200));
    await waitFor(() =>
      expect(states(importer)).toEqual(Array(200).fill('ready')),
    );

    expect(most).toBe(2);
  });

  it('imports in the order of the list, and tells how far it is', async () => {
    const stored: string[] = [];
    const importer = start(async (markdown, { dryRun }) => {
      if (dryRun) {
        return understood({ title: markdown });
      }
      stored.push(markdown);
      return {
        ...understood({ title: markdown }),
        postmortem: postmortem(stored.length, { title: markdown }),
      };
    });
    await importer.addFiles(files(3));
    await waitFor(() => expect(states(importer)).not.toContain('reading'));
    const seen = new Set<string>();
    importer.subscribe(() => {
      const { progress } = importer.getState();
      seen.add(progress ? `${progress.done}/${progress.total}` : 'over');
    });

    await importer.run(importer.getState().items, NO_TARGET);

    expect(stored).toEqual(['Outage 0', 'Outage 1', 'Outage 2']);
    expect([...seen]).toEqual(['0/3', '1/3', '2/3', '3/3', 'over']);
  });

  it('stops after the document that is on its way', async () => {
    const importer = start(async (markdown, { dryRun }) => {
      if (!dryRun) {
        importer.stop();
      }
      return { ...understood({ title: markdown }), postmortem: postmortem() };
    });
    await importer.addFiles(files(3));
    await waitFor(() => expect(states(importer)).not.toContain('reading'));

    await importer.run(importer.getState().items, NO_TARGET);

    expect(states(importer)).toEqual(['imported', 'ready', 'ready']);
    expect(importer.getState().progress).toBeNull();
  });

  it('reads pasted texts again after a reload, until they are imported', async () => {
    const read = async (markdown: string) => ({
      ...understood({ title: markdown }),
      postmortem: postmortem(),
    });
    const before = start(read);
    before.setText('# First');
    await before.addText();
    before.setText('# Second, half writ');

    const after = start(read);
    after.resume();
    await waitFor(() => expect(states(after)).toEqual(['ready']));
    expect(after.getState().text).toBe('# Second, half writ');
    await after.run(after.getState().items, NO_TARGET);

    const last = start(read);
    last.resume();
    expect(last.getState().items).toEqual([]);
    expect(last.getState().text).toBe('# Second, half writ');
  });

  it('says when the browser does not keep what was pasted', async () => {
    const setItem = jest
      .spyOn(Storage.prototype, 'setItem')
      .mockImplementation(() => {
        throw new DOMException('full', 'QuotaExceededError');
      });
    const importer = start(async markdown => understood({ title: markdown }));

    importer.setText('# Long');

    expect(importer.getState()).toMatchObject({
      text: '# Long',
      isKept: false,
    });
    setItem.mockRestore();
    importer.setText('# Short');
    expect(importer.getState().isKept).toBe(true);
  });
});
