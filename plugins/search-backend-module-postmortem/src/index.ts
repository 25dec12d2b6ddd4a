/**
 * Puts published postmortems, their lessons and their action items into
 * Backstage search.
 *
 * @packageDocumentation
 */
export { searchModulePostmortemCollator as default } from './module';
export {
  PostmortemCollatorFactory,
  type PostmortemCollatorFactoryOptions,
} from './PostmortemCollatorFactory';
export type { PostmortemDocument } from './documents';
