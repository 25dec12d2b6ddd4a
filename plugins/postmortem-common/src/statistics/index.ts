/**
 * The statistics of the reports: pure functions, each with its source.
 *
 * @packageDocumentation
 */
export * from './types';
export * from './poisson';
export * from './orderStatistics';
export * from './kaplanMeier';
export * from './wilson';
export * from './findings';
