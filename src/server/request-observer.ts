import type { IncomingMessage } from 'node:http';
import type { RequestRecord } from './request-record.ts';

/** How a request ended. */
export interface RequestEnd {
  /** HTTP status; 499 when the client went away before the answer, as nginx has it. */
  readonly status: number;
  readonly milliseconds: number;
}

/** Called for every finished request: a log, metrics, tracing. */
export type RequestObserver = (request: IncomingMessage, record: RequestRecord, end: RequestEnd) => void;
