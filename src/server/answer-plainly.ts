import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { setImmediate as ownTurn } from 'node:timers/promises';
import type { GraphQLParams } from 'graphql-yoga';
import { type Answer, jsonOf } from '#graphql/execution/execute.ts';
import { type AnswerFormat, answerFormat } from './caching/answer-format.ts';
import { questionOf } from './caching/graphql-caching.ts';
import { type AskedDocument, askedDocument, documentIdParameter } from './documents/asked-document.ts';
import { hashOf } from './documents/document-hash.ts';
import { graphqlEndpoint } from './graphql-endpoint.ts';
import type { GraphqlService } from './graphql-service.ts';
import { wantsPage } from './playground/use-playground.ts';
import type { RequestContext, RequestRecord } from './request-record.ts';
import type { ServerContext } from './server-context.ts';
import { untilAllIsRead } from './until-all-is-read.ts';

/** Dependencies for responding without Yoga. */
export interface PlainAnswering {
  readonly service: GraphqlService;
  /** The context of a request without an API key that asks for the newest revision; null before there is a snapshot. */
  readonly newContext: () => RequestContext | null;
  /** What a client may see of an error; logs the rest. */
  readonly maskError: (error: unknown) => Error;
}

/** Gives up what takes too long (`inTime`). */
type InTime = <T>(work: () => T | Promise<T>) => Promise<T | 'TOO_LATE'>;

/** The JSON of a response without errors, and its media type. */
export interface PlainAnswer {
  readonly json: string;
  readonly format: AnswerFormat;
  /** The query in canonical form, for caching; null for a POST, which is not cached. */
  readonly question: string | null;
}

/** What Yoga need not do again. */
export type DoneBefore = Pick<ServerContext, 'read' | 'executed'>;

/**
 * The short way from node:http to the service, for requests that are put plainly and can be executed; Yoga's web requests, hooks and promises would
 * take more than half of the time. Everything else is Yoga's to answer, and so is an answer with errors: then what was done is handed over.
 * docs/decisions/execution.md has the figures.
 */
export async function answerPlainly(
  { service, newContext, maskError }: PlainAnswering,
  request: IncomingMessage,
  body: Buffer,
  record: RequestRecord,
  inTime: InTime,
): Promise<PlainAnswer | DoneBefore | 'TOO_LATE'> {
  await untilAllIsRead();
  const plain = plainRequest(request, body);
  const asked = plain && askedDocument(service.answered, plain.parameters);
  if (plain === null || asked === null || 'code' in asked) return {};
  const read = await readQuietly(service, asked.text);
  const operation = read !== null && 'operations' in read ? read.operation(plain.parameters.operationName) : null;
  const context = newContext();
  if (read === null || !operation?.isQuery || context === null) return read === null ? {} : { read };
  record.storedOperation = asked.name;
  const question = { operation, variables: plain.parameters.variables };
  const refused = await service.admit(question, context, record);
  if (refused !== null) return { read, executed: { errors: refused } };
  if (asked.registers) service.answered.persisted.register(asked.text);
  if (plain.isGet && operation.isOfLedger) record.computedFrom = context;
  if ((record.cost ?? 0) > brief) await ownTurn();
  const atOnce = service.executeAtOnce(question, context, record.cost);
  if (atOnce !== null) return finished(atOnce, plain, asked, { read });
  let executing: Promise<Answer> | null = null;
  const answer = await inTime(() => {
    const begun = service.execute(question, context, record.cost);
    if (begun instanceof Promise) executing = begun;
    return begun;
  });
  if (answer !== 'TOO_LATE') return finished(answer, plain, asked, { read });
  void lookAtErrors(executing, maskError);
  return answer;
}

/** Errors after the time limit go only to the log. */
async function lookAtErrors(executing: Promise<Answer> | null, maskError: (error: unknown) => Error) {
  const answer = await executing?.catch((error): Answer => ({ errors: [error] }));
  if (typeof answer === 'object') answer.errors?.forEach((error) => void maskError(error));
}

/** Points up to which questions that arrived together are answered together: about half a millisecond for each. What takes longer is not waited for. */
const brief = 1_000;

function finished(
  answer: Answer,
  { parameters, format, isGet }: PlainRequest,
  { hash, text }: AskedDocument,
  done: DoneBefore,
): PlainAnswer | DoneBefore {
  if (typeof answer !== 'string' && answer.errors !== undefined) return { ...done, executed: answer };
  const { operationName, variables } = parameters;
  const question = isGet ? questionOf(hash ?? hashOf(text), operationName || null, variables) : null;
  return { json: jsonOf(answer), format, question };
}

/** Null for a syntax error, which Yoga reports. */
async function readQuietly(service: GraphqlService, text: string) {
  try {
    return await service.read(text);
  } catch {
    return null;
  }
}

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
  const parameters = isGet ? ofAddress(url) : jsonObject(body.toString('utf8'));
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

function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
