export { versionsIn } from './addresses';
export { HistoryDialog } from './HistoryDialog';
export { VersionBanner } from './VersionBanner';
