export { NeedsOwnerPage } from './NeedsOwnerPage';
