export { examplePostmortemsPlugin } from './plugin';
