import type { InvalidDocument, ValidDocument } from '#graphql/execution/documents.ts';
import type { Answer } from '#graphql/execution/execute.ts';
import type { RequestRecord } from './request-record.ts';

/** What http-server.ts hands over with each request. */
export interface ServerContext {
  readonly record: RequestRecord;
  /** The document of the request, once it is read; `syntaxError` is why it cannot be. */
  read?: ValidDocument | InvalidDocument | { readonly syntaxError: unknown };
  /** Whether the document is to be known by its hash once it is executed. */
  registers?: boolean;
  /** The answer, when Yoga has only to send it. */
  readonly executed?: Answer;
}
