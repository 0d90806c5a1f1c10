import type { OutgoingHttpHeaders } from 'node:http';
import type { GraphQLError } from 'graphql';
import { apiError } from '#graphql/api-error.ts';
import { StoredQueryError } from '#stored-queries/stored-query-error.ts';
import type { RequestRecord } from '../request-record.ts';
import { statusOf } from './ask-graphql.ts';
import { errorAnswer, type HttpAnswer } from './query-answer.ts';

const statuses: Readonly<Record<string, number>> = {
  FEED_TOO_LARGE: 422,
  TABLE_INCOMPLETE: 422,
  INVALID_STORED_QUERY: 500,
};

/** What a client is told of an error that arose outside of GraphQL. */
export function answerToError(maskError: (error: unknown) => Error, error: unknown, record: RequestRecord): HttpAnswer {
  const own = error instanceof StoredQueryError && statuses[error.code] !== undefined ? error : null;
  const shown = maskError(
    own === null
      ? error
      : apiError(own.code as 'TABLE_INCOMPLETE', own.message, { http: { status: statuses[own.code] } }),
  ) as GraphQLError; // that is what it makes of every error
  const { http, ...extensions } = shown.extensions as Extensions;
  record.errorCodes = [String(extensions.code)];
  const body = JSON.stringify({ errors: [{ message: shown.message, extensions }] });
  const status = http?.status ?? statusOf({ status: 200, errors: [{ message: shown.message, extensions }] });
  return errorAnswer(status, body, http?.headers);
}

interface Extensions extends Readonly<Record<string, unknown>> {
  readonly http?: { readonly status?: number; readonly headers?: OutgoingHttpHeaders };
}
