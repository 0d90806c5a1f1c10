import { isAscii } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { ExecutionResult, GraphQLError } from 'graphql';
import type { GraphQLParams, Plugin } from 'graphql-yoga';
import { apiError } from '#graphql/api-error.ts';
import type { Context } from '#graphql/context.ts';
import type { Answer } from '#graphql/execution/execute.ts';
import type { ApiCode } from '#refusal/codes/api-codes.ts';
import { decodeText } from '#text/decode-text.ts';
import { askedDocument, documentIdParameter } from './documents/asked-document.ts';
import type { GraphqlService } from './graphql-service.ts';
import type { Subscriptions } from './live/subscriptions.ts';
import type { ErrorAnswer } from './refuse.ts';
import { RequestContext, type ServerContext } from './request-record.ts';

/**
 * Lets Yoga read, admit and execute by the service, so that it answers as every other way does. What was done of that before Yoga was asked is not
 * done again.
 */
export function useService(
  service: GraphqlService,
  subscriptions: Pick<Subscriptions, 'begin' | 'open'>,
): Plugin<ServerContext & Context> {
  const { answered } = service;
  return {
    // Of a POST all parameters are there; of a GET Yoga takes none but those of every server.
    onRequestParse({ request, url }) {
      const documentId = request.method === 'GET' ? url.searchParams.get(documentIdParameter) : null;
      if (documentId === null) return;
      return {
        onRequestParseDone({ requestParserResult, setRequestParserResult }) {
          const named = { ...(requestParserResult as GraphQLParams), documentId };
          setRequestParserResult(named);
        },
      };
    },
    async onParams({ params, setParams, context }) {
      const serverContext = context as unknown as ServerContext; // Yoga's own context, as http-server.ts begins it
      const { record } = serverContext;
      const asked = askedDocument(answered, params);
      if (asked === null) return;
      if ('code' in asked) {
        record.errorCodes = [asked.code];
        throw apiError(asked.code, asked.message, { http: asked.http });
      }
      record.storedOperation = asked.name;
      serverContext.registers = asked.registers;
      setParams({ ...params, query: asked.text });
      // A syntax error is told by `onParse`, where Yoga expects it.
      serverContext.read ??= await readOrError(service, asked.text);
    },
    onParse({ context, setParseFn }) {
      setParseFn(() => {
        const { read } = context;
        if (read === undefined) throw new TypeError('found no parsed document in the Yoga context');
        if ('syntaxError' in read) throw read.syntaxError;
        return read.document;
      });
    },
    onValidate({ context: { read }, setResult }) {
      setResult(read !== undefined && 'errors' in read ? [...read.errors] : []);
    },
    async onExecute({
      args: { operationName, variableValues, contextValue },
      setResultAndStopExecution,
      setExecuteFn,
    }) {
      const { read, record, executed } = contextValue;
      if (executed !== undefined) {
        setExecuteFn(() => forYoga(executed));
        return;
      }
      const operation = read !== undefined && 'operations' in read ? read.operation(operationName) : null;
      if (operation === null) return; // graphql-js says so
      const question = { operation, variables: variableValues ?? {} };
      const refused = await service.admit(question, contextValue, record);
      if (refused !== null) {
        setResultAndStopExecution({ errors: refused });
        return;
      }
      if (contextValue.registers) answered.persisted.register(operation.text);
      // Yoga's own has copies of what is read from it.
      const context = new RequestContext(contextValue);
      if (contextValue.request.method === 'GET' && operation.isOfLedger) record.computedFrom = context;
      setExecuteFn(async () => forYoga(await service.execute(question, context, record.cost)));
    },
    async onSubscribe({ args: { operationName, variableValues, contextValue }, setResultAndStopExecution }) {
      const { read, record } = contextValue;
      const operation = read !== undefined && 'operations' in read ? read.operation(operationName) : null;
      if (operation === null) return; // graphql-js says so
      const question = { operation, variables: variableValues ?? {} };
      const refused = await service.admit(question, contextValue, record);
      if (refused === null && contextValue.registers) answered.persisted.register(operation.text);
      const { headers } = contextValue.request;
      const begun = refused ?? (await subscriptions.begin(question, new RequestContext(contextValue), headers, record));
      // The stream itself is sent by answer-request.ts, which has Node's response.
      if ('place' in begun)
        record.openStream = (request, response) => subscriptions.open(begun, request, response, record);
      setResultAndStopExecution('place' in begun ? { data: null } : { errors: begun });
    },
    onResultProcess({ serverContext, setResultProcessor }) {
      const { openStream } = (serverContext as unknown as ServerContext).record; // as in `onParams`
      if (openStream !== null) setResultProcessor((_result, { Response }) => new Response(null), 'text/event-stream');
    },
    onExecutionResult({ result, context }) {
      if (result === undefined || !('errors' in result) || result.errors === undefined) return;
      const { record } = context as unknown as ServerContext; // as in `onParams`
      record.errorCodes = (result.errors as readonly GraphQLError[]).map(({ extensions }) => String(extensions.code));
    },
  };
}

async function readOrError(service: GraphqlService, text: string) {
  try {
    return await service.read(text);
  } catch (syntaxError) {
    return { syntaxError };
  }
}

/** An answer as Yoga sends it; what is JSON already it sends as it is. */
const forYoga = (answer: Answer): ExecutionResult =>
  typeof answer === 'string' ? ({ data: null, stringify: () => answer } as ExecutionResult) : answer;

/** The media types in which a body is taken. */
export const accepted = /^application\/(json|graphql-response\+json)\s*(;|$)/i;

/** Refuses a POST whose body is of another type or packed, and says which are taken: what a form of another site can send is not. */
export function useJsonOnly(endpoint: string): Plugin {
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (request.method !== 'POST' || url.pathname !== endpoint) return;
      const type = request.headers.get('content-type') ?? '';
      const encoding = request.headers.get('content-encoding') ?? 'identity';
      if (accepted.test(type) && encoding === 'identity') {
        // Yoga compares the name of the type as it is written, though its case means nothing (RFC 9110, 8.3.1).
        const lower = type.toLowerCase();
        if (lower !== type) request.headers.set('content-type', lower);
        return;
      }
      const message = accepted.test(type)
        ? `content-encoding: found "${encoding.slice(0, 80)}", expected none.`
        : `content-type: found "${type.slice(0, 80)}", expected application/json.`;
      const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' satisfies ApiCode } }] });
      endResponse(new fetchAPI.Response(body, { status: 415, headers: { 'content-type': 'application/json' } }));
    },
  };
}

/** Refuses a GET whose variables or extensions are not JSON, which Yoga takes for a mistake of ours. */
export function useGetParameters(endpoint: string): Plugin {
  return {
    onRequest({ request, url, endResponse, fetchAPI }) {
      if (request.method !== 'GET' || url.pathname !== endpoint) return;
      const wrong = ['variables', 'extensions'].find((name) => !isJson(url.searchParams.get(name)));
      if (wrong === undefined) return;
      const found = JSON.stringify(url.searchParams.get(wrong)?.slice(0, 80).toWellFormed());
      const message = `${wrong}: found ${found}, expected a JSON object.`;
      const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' satisfies ApiCode } }] });
      endResponse(new fetchAPI.Response(body, { status: 400, headers: { 'content-type': 'application/json' } }));
    },
  };
}

function isJson(text: string | null): boolean {
  if (text === null) return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Why the body of a request is no text of the kind that JSON is, UTF-8 (RFC 8259, 8.1); null when it is, or is refused for something else. */
export function bodyRefusal({ method, headers }: IncomingMessage, body: Buffer): ErrorAnswer | null {
  const { 'content-type': type = '', 'content-encoding': encoding = 'identity' } = headers;
  if (method !== 'POST' || !accepted.test(type) || encoding !== 'identity') return null;
  const text = decodeText(body);
  if (typeof text !== 'string') {
    const { line, column, found } = text;
    return badRequest(400, `body, line ${line}, column ${column}: found ${found}, expected JSON in UTF-8.`);
  }
  const charset = charsetIn.exec(type)?.[1] ?? 'utf-8';
  if (asUtf8.test(charset) || isAscii(body)) return null;
  return badRequest(415, `content-type: found the charset ${JSON.stringify(charset.slice(0, 40))}, expected utf-8.`);
}

const charsetIn = /;\s*charset\s*=\s*"?([^\s;"]+)/i;
const asUtf8 = /^(utf-?8|us-ascii)$/i;

const badRequest = (status: number, message: string): ErrorAnswer => ({ status, code: 'BAD_REQUEST', message });
