import type { ErrorRequestHandler } from 'express';
import { AnswerError } from '../errors';

/**
 * Answers the errors that have a status or a body of their own, in the form of
 * Backstage's error body. All others are for Backstage's own middleware.
 */
export const errorHandler: ErrorRequestHandler = (error, req, res, next) => {
  if (!(error instanceof AnswerError) || res.headersSent) {
    next(error);
    return;
  }
  const { name, message, statusCode, body } = error;
  res.status(statusCode).json({
    error: { name, message },
    request: { method: req.method, url: req.url },
    response: { statusCode },
    ...body,
  });
};
