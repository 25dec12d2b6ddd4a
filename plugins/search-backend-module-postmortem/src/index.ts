/**
 * Puts published postmortems into Backstage search.
 *
 * @packageDocumentation
 */
export { searchModulePostmortemCollator as default } from './module';
export {
  PostmortemCollatorFactory,
  type PostmortemCollatorFactoryOptions,
  type PostmortemDocument,
} from './PostmortemCollatorFactory';
