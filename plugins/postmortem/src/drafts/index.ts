export { browserStorage } from './browserStorage';
export { DraftKeeper } from './DraftKeeper';
export { DraftStorageError, DraftStore, type KeptDraft } from './DraftStore';
export { announcePage, findOpenPages } from './openPages';
export { NewDraftStore, type NewAnswers } from './NewDraftStore';
