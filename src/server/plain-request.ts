import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { GraphQLParams } from 'graphql-yoga';
import { decodeText } from '#text/decode-text.ts';
import { documentIdParameter } from './documents/asked-document.ts';
import { wantsPage } from './playground/use-playground.ts';
import { graphqlEndpoint } from './read-request.ts';

/** A request put as most clients put it. */
export interface PlainRequest {
  readonly parameters: GraphQLParams & { readonly variables: Readonly<Record<string, unknown>> };
  readonly format: AnswerFormat;
  readonly isGet: boolean;
}

/** Headers with which a request is for Yoga: it needs an API key, a revision, or unpacking. */
const unusual = ['authorization', 'content-encoding', 'concord-at-least-revision'] as const;

const understood: ReadonlySet<string> = new Set([
  'query',
  'variables',
  'operationName',
  'extensions',
  documentIdParameter,
]);

const addressStart = `${graphqlEndpoint}?`;

/** What a request asks if it is put plainly, as a GET or a POST of JSON by somebody unknown; null for everything else, and for what is put wrongly. */
export function plainRequest({ method, url = '', headers }: IncomingMessage, body: Buffer): PlainRequest | null {
  const isGet = method === 'GET' && url.startsWith(addressStart);
  const isPost = method === 'POST' && url === graphqlEndpoint && isJson(headers);
  if (!(isGet || isPost) || unusual.some((name) => headers[name] !== undefined)) return null;
  const format = answerFormat(headers.accept);
  if (format === null || (isGet && wantsPage(headers.accept))) return null;
  const parameters = isGet ? ofAddress(url) : jsonBody(body);
  if (parameters === null) return null;
  for (const name in parameters) if (!understood.has(name)) return null;
  const { query, operationName, extensions, variables } = parameters;
  if (!(isText(query) && isText(operationName) && isObjectOrNull(extensions) && isObjectOrNull(variables))) return null;
  return { parameters: { ...parameters, variables: variables ?? {} }, format, isGet };
}

const isJson = ({ 'content-type': type }: IncomingHttpHeaders) =>
  type === 'application/json' || type === 'application/json; charset=utf-8';

const isText = (value: unknown): value is string | null | undefined => value == null || typeof value === 'string';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isObjectOrNull = (value: unknown): value is Readonly<Record<string, unknown>> | null | undefined =>
  value == null || isObject(value);

/** The parameters in the address of a GET; null when one is given twice, is not encoded well, or is no JSON where it should be. */
function ofAddress(url: string): Readonly<Record<string, unknown>> | null {
  const parameters: Record<string, unknown> = {};
  // Taken apart here: `URLSearchParams` takes as long as all else that is done before a question is executed.
  for (const pair of url.slice(addressStart.length).split('&')) {
    const middle = pair.indexOf('=');
    const name = middle === -1 ? pair : pair.slice(0, middle);
    const text = middle === -1 ? '' : decoded(pair.slice(middle + 1));
    if (text === null || name in parameters) return null;
    if (name !== 'variables' && name !== 'extensions') parameters[name] = text;
    else if (text !== '') {
      const value = jsonObject(text);
      if (value === null) return null;
      parameters[name] = value;
    }
  }
  return parameters;
}

/** A part of an address; null when that is no UTF-8, percent-encoded. */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

/** The object in a body; null when it is no object, or not UTF-8. */
function jsonBody(body: Buffer): Readonly<Record<string, unknown>> | null {
  const text = decodeText(body);
  return typeof text === 'string' ? jsonObject(text) : null;
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

const json = 'application/json';
const graphqlResponse = 'application/graphql-response+json';

export type AnswerFormat = typeof json | typeof graphqlResponse;

/** The media type that the GraphQL server chooses for an Accept header; null when it is none of its usual ones. */
export function answerFormat(accept = '*/*'): AnswerFormat | null {
  for (const range of accept.replace(/\s/g, '').toLowerCase().split(',')) {
    const [type = '', ...parameters] = range.split(';');
    if (parameters.some((parameter) => /charset=(?!utf-8$)/.test(parameter))) continue;
    if (type === json || type === 'application/*' || type === '*/*') return json;
    if (type === graphqlResponse) return graphqlResponse;
  }
  return null;
}
