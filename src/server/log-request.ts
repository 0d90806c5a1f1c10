import type { Logger } from 'pino';
import type { RequestObserver } from './request-observer.ts';

/** One line a request: what was asked by name, never its text, its variables or who asked. */
export const logRequests =
  (logger: Logger): RequestObserver =>
  (_request, { id, operation, cost, errorCodes }, { status, milliseconds }) => {
    const ms = Math.round(milliseconds * 100) / 100;
    logger.info({ id, operation, ms, status, cost, errors: errorCodes }, 'request');
  };
