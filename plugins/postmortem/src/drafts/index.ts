export { browserStorage } from './browserStorage';
export { DraftKeeper } from './DraftKeeper';
export { DraftStore } from './DraftStore';
export { announcePage, findOpenPages } from './openPages';
export { NewDraftStore, type NewAnswers } from './NewDraftStore';
