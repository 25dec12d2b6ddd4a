import { useApi } from '@backstage/core-plugin-api';
import type { PostmortemApi } from 'backstage-plugin-postmortem-common';
import { useEffect, useSyncExternalStore } from 'react';
import { postmortemApiRef } from '../../api';
import { Importer, type ImporterState } from './Importer';
import { TabStorage } from './TabStorage';

// One for each API, which is one for each app.
const importers = new WeakMap<PostmortemApi, Importer>();

function importerOf(api: PostmortemApi): Importer {
  let importer = importers.get(api);
  if (!importer) {
    importer = new Importer({ api, storage: new TabStorage() });
    importers.set(api, importer);
  }
  return importer;
}

/** The tab's import, and its state as it is now. */
export function useImporter(): [Importer, ImporterState] {
  const importer = importerOf(useApi(postmortemApiRef));
  const state = useSyncExternalStore(importer.subscribe, importer.getState);
  const isRunning = state.progress !== null;

  useEffect(() => importer.resume(), [importer]);
  useEffect(() => {
    if (!isRunning) {
      return undefined;
    }
    // Closing the tab would end it halfway; leaving the page does not.
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isRunning]);

  return [importer, state];
}
