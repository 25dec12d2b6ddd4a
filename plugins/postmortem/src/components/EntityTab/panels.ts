/** What other pages show of an overview, too. */
export { ActionItemsPanel } from './ActionItemsPanel';
export { PostmortemsSection } from './PostmortemsSection';
export { TabSkeleton } from './TabSkeleton';
export { useOverview } from './useOverview';
