export { ReportsPage } from './ReportsPage';
export { ReportView } from './ReportView';
export { SnapshotPage } from './SnapshotPage';
