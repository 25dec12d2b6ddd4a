export type { ReportScope } from './reportQuery';
export { ReportsPage } from './ReportsPage';
export { ReportView } from './ReportView';
export { SnapshotPage } from './SnapshotPage';
