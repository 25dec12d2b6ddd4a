export { partOfElement } from './commentPlaces';
export { CommentsProvider } from './CommentsContext';
export { CommentButton, CommentCount, PartComments } from './PartComments';
