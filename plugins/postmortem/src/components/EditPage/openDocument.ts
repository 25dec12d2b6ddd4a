import type { PostmortemApi } from 'backstage-plugin-postmortem-common';
import { v4 as uuid } from 'uuid';
import {
  browserStorage,
  DraftKeeper,
  DraftStore,
  findOpenPages,
} from '../../drafts';
import { Autosave } from '../../saving';

/** A document that is open for writing in this page. */
export interface OpenDocument {
  editor: Autosave;
  /** Names this page among those of the browser. */
  pageId: string;
}

/**
 * Opens a document for writing, with what earlier pages of this person could
 * not save. Drafts of pages that are still open are left to those.
 *
 * @throws ResponseError when the document cannot be read.
 */
export async function openDocument(options: {
  api: PostmortemApi;
  idOrKey: string;
  /** The user who writes. */
  writtenBy: string;
}): Promise<OpenDocument> {
  const { api, idOrKey, writtenBy } = options;
  const postmortem = await api.getPostmortem(idOrKey);
  const { id: postmortemId } = postmortem;
  const store = new DraftStore(browserStorage());
  const kept = store.list(postmortemId, writtenBy);
  const openPages =
    kept.length > 0 ? await findOpenPages(postmortemId) : new Set<string>();
  const left = kept.filter(({ pageId }) => !openPages.has(pageId));

  const pageId = uuid();
  const keeper = new DraftKeeper({
    store,
    postmortemId,
    pageId,
    writtenBy,
  });
  const editor = new Autosave({
    api,
    postmortem,
    keeper,
    unsaved: left.map(({ draft }) => draft),
  });
  // The words are in this page's draft before the old ones go.
  editor.keepNow();
  if (editor.getSnapshot().draftProblem === null) {
    left.forEach(({ pageId: other }) => store.remove(postmortemId, other));
  }
  return { editor, pageId };
}
