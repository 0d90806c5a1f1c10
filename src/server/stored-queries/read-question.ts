import type { IncomingMessage } from 'node:http';
import { apiError } from '#graphql/api-error.ts';
import { schema } from '#graphql/schema.ts';
import { addressParameters } from '#stored-queries/address-parameters.ts';
import { type PreparedQuery, prepareQuery } from '#stored-queries/prepared-query.ts';
import { webRequest } from '../read-request.ts';
import type { RequestRecord } from '../request-record.ts';
import type { AnswerForm } from './query-address.ts';
import { isRevisionParameter, readParameters } from './read-parameters.ts';
import type { StoredQueryServer } from './stored-query-server.ts';
import { readTableStyle, refuseTableStyle, type TableStyle } from './table-style.ts';
import { wantedQuery } from './wanted-query.ts';

/** What an address asks a stored query. */
export interface QuestionAsked {
  readonly asked: Request;
  readonly parameters: URLSearchParams;
  readonly form: AnswerForm;
  readonly prepared: PreparedQuery;
  /** Those that are given. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** With the defaults of the others: equal when the same is asked. */
  readonly allVariables: Readonly<Record<string, unknown>>;
  /** Null but for a table. */
  readonly style: TableStyle | null;
  /** The revision that is to be taken for the newest; null: the newest. */
  readonly asOfRevision: number | null;
}

/** Reads what is asked of a stored query. Throws BAD_INPUT, which names the parameter, and UNKNOWN_STORED_QUERY. */
export async function readQuestion(
  { graphql, database }: StoredQueryServer,
  { name, form }: { readonly name: string; readonly form: AnswerForm },
  request: IncomingMessage,
  record: RequestRecord,
): Promise<QuestionAsked> {
  const asked = webRequest(graphql.yoga, request, Buffer.alloc(0));
  if (asked === null)
    throw apiError('BAD_REQUEST', 'request: found an address that cannot be parsed, expected a URL.', {
      http: { status: 400 },
    });
  const parameters = new URL(asked.url).searchParams;
  const query = await wantedQuery(database.prisma, name, parameters);
  record.storedOperation = query.name;
  const prepared = prepareQuery(schema, query);
  const variables = readParameters(parameters, prepared.variables, query.variables);
  const defaults = Object.fromEntries(prepared.variables.map((one) => [one.name, one.fallback]));
  const style = form === 'csv' ? readTableStyle(parameters, prepared.variables) : null;
  if (style === null) refuseTableStyle(parameters, prepared.variables);
  const asOfRevision = readRevision(parameters, prepared, form);
  return {
    asked,
    parameters,
    form,
    prepared,
    variables,
    allVariables: { ...defaults, ...variables },
    style,
    asOfRevision,
  };
}

function readRevision(parameters: URLSearchParams, { variables }: PreparedQuery, form: AnswerForm): number | null {
  const parameter = addressParameters.revision;
  const texts = isRevisionParameter(parameter, variables) ? parameters.getAll(parameter) : [];
  if (texts.length === 0) return null;
  const [text = '', ...more] = texts;
  const isFeed = form === 'atom' || form === 'feed';
  if (/^\d{1,9}$/.test(text) && more.length === 0 && !isFeed) return Number(text);
  const expected = isFeed ? 'none in the address of a feed' : 'the number of one revision';
  const found = JSON.stringify(texts.join('&').slice(0, 80).toWellFormed());
  const message = `${parameter}: found ${found}, expected ${expected}.`;
  throw apiError('BAD_INPUT', message, { parameter, http: { status: 400 } });
}
