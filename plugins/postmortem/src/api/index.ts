export { postmortemApiRef } from './postmortemApiRef';
