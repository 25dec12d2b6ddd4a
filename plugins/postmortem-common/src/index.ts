/**
 * Types, schemas, permissions and the typed client of the postmortem plugin.
 *
 * @packageDocumentation
 */
export * from './schema';
export * from './permissions';
export * from './metrics';
export * from './completeness';
export * from './workflow';
export * from './client';
export * from './merge';
export * from './search';
