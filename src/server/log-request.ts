import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import type { RequestRecord } from './request-record.ts';

/** One line per request: the name of the operation, never its text, its variables or the client. */
export const logRequests =
  (logger: Logger): RequestObserver =>
  (_request, { id, operation, cost, errorCodes }, { status, milliseconds }) => {
    const ms = Math.round(milliseconds * 100) / 100;
    logger.info({ id, operation, ms, status, cost, errors: errorCodes }, 'request');
  };

/** How a request ended. */
export interface RequestEnd {
  /** HTTP status; 499 when the client went away before the answer, as nginx has it. */
  readonly status: number;
  readonly milliseconds: number;
}

/** Called for every finished request: a log, metrics, tracing. */
export type RequestObserver = (request: IncomingMessage, record: RequestRecord, end: RequestEnd) => void;
