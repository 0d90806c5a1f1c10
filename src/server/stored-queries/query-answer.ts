import type { OutgoingHttpHeaders } from 'node:http';
import type { AnswerForm } from './query-address.ts';

/** An answer over HTTP, before it is sent. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  /** Whole, or in pieces: one text of a long table would take as long to join and to encode as others should not wait. */
  readonly body: string | readonly Buffer[];
}

const mediaTypes: Readonly<Record<AnswerForm, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  atom: 'application/atom+xml; charset=utf-8',
  feed: 'application/feed+json; charset=utf-8',
};

export const contentTypeOf = (form: AnswerForm): OutgoingHttpHeaders => ({ 'content-type': mediaTypes[form] });

/** An answer of errors as GraphQL has them. */
export const errorAnswer = (status: number, body: string, headers: OutgoingHttpHeaders = {}): HttpAnswer => ({
  status,
  headers: { ...contentTypeOf('json'), 'cache-control': 'no-store', ...headers },
  body,
});
