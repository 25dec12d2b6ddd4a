import type { z } from 'zod';

/** The types of bodies that routes take. */
export const JSON_TYPE = 'application/json';
export const MERGE_PATCH_TYPE = 'application/merge-patch+json';
export const MARKDOWN_TYPE = 'text/markdown';
export const HTML_TYPE = 'text/html';
export const CALENDAR_TYPE = 'text/calendar';

/** A request body. */
export interface BodySpec<B extends z.ZodType = z.ZodType> {
  contentTypes: string[];
  /** What the decoded body must be. */
  schema: B;
  /** What the API description says of it, where that is more than the check. */
  documented?: z.ZodType;
}

/** An answer other than an error. */
export interface ResponseSpec {
  description: string;
  /** A body by its content type; none without. */
  content?: Record<string, z.ZodType>;
  headers?: Array<'ETag' | 'Location'>;
}

/** The errors that a route can answer with, beside 400, 401 and 403. */
export type ErrorStatus = 404 | 409 | 412 | 413 | 415 | 428 | 503;

/** How a write is told to the auditor. */
export interface AuditSpec {
  eventId: string;
  severityLevel: 'low' | 'medium' | 'high';
}

/**
 * One route of the API, said once: requests are validated by it, the router is
 * mounted by it and the API description is generated from it.
 */
export interface Operation<
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
> {
  operationId: string;
  method: 'get' | 'post' | 'patch' | 'delete';
  /** In the form of OpenAPI, such as `/postmortems/{idOrKey}`. */
  path: string;
  summary: string;
  description?: string;
  /** What each placeholder of the path is. */
  params?: Record<string, string>;
  query?: Q;
  body?: BodySpec<B>;
  /** Whether the write says which version it changes. */
  ifMatch?: 'required' | 'optional';
  responses: Record<number, ResponseSpec>;
  errors?: ErrorStatus[];
  /** The permissions that a caller needs. */
  permissions: string[];
  /** Of routes that write. */
  audit?: AuditSpec;
}

/** Declares a route, and infers the types that its handler gets. */
export function defineOperation<
  Q extends z.ZodType = z.ZodType<undefined>,
  B extends z.ZodType = z.ZodType<undefined>,
>(operation: Operation<Q, B>): Operation<Q, B> {
  return operation;
}
