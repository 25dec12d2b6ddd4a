export { PostmortemsPage } from './PostmortemsPage';
export { PostmortemsRouter } from './PostmortemsRouter';
