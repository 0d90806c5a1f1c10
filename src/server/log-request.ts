import type { Logger } from 'pino';
import type { RequestObserver } from './request-observer.ts';

/** One line per request: the name of the operation, never its text, its variables or the client. */
export const logRequests =
  (logger: Logger): RequestObserver =>
  (_request, { id, operation, cost, errorCodes }, { status, milliseconds }) => {
    const ms = Math.round(milliseconds * 100) / 100;
    logger.info({ id, operation, ms, status, cost, errors: errorCodes }, 'request');
  };
