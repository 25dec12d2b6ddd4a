export { EntityTab } from './EntityTab';
export { useOverview } from './useOverview';
