export * from './primitives';
export * from './parts';
export * from './actionItem';
export * from './postmortem';
export { MAX_PAGE_SIZE, pageInfoSchema } from './paging';
export {
  actionItemPageSchema,
  actionItemQuerySchema,
  actionItemStateSchema,
  MAX_DOCUMENTS_PAGE_SIZE,
  postmortemAttentionSchema,
  postmortemOrderSchema,
  postmortemPageSchema,
  postmortemQuerySchema,
  revisionPageSchema,
  revisionSchema,
  type ActionItemPage,
  type ActionItemQuery,
  type ActionItemState,
  type PostmortemAttention,
  type PostmortemOrder,
  type PostmortemPage,
  type PostmortemQuery,
  type PostmortemQueryInput,
  type Revision,
  type RevisionPage,
} from './queries';
export * from './lessons';
export * from './overview';
export * from './ownership';
export * from './reportFigures';
export {
  durationMetricSchema,
  durationsReportSchema,
  MAX_DURATION_POINTS,
  MAX_REPORT_PERIODS,
  reportGroupingSchema,
  reportIntervalSchema,
  reportQuerySchema,
  trendsQuerySchema,
  trendsSchema,
  type DurationMetric,
  type DurationsReport,
  type ReportGrouping,
  type ReportInterval,
  type ReportQuery,
  type Trends,
  type TrendsQuery,
} from './reports';
export * from './reportPatterns';
export * from './reportFollowThrough';
export * from './workflow';
export * from './comments';
export * from './hints';
export * from './presence';
export * from './reviews';
