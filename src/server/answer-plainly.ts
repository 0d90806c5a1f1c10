import type { IncomingMessage } from 'node:http';
import { setImmediate as ownTurn } from 'node:timers/promises';
import { type Answer, answerJson } from '#graphql/execution/execute.ts';
import { questionOf } from './caching/graphql-caching.ts';
import { type AskedDocument, askedDocument } from './documents/asked-document.ts';
import { hashOf } from './documents/persisted-documents.ts';
import type { GraphqlService } from './graphql-service.ts';
import { type AnswerFormat, type PlainRequest, plainRequest } from './plain-request.ts';
import { untilAllIsRead } from './read-request.ts';
import type { RequestContext, RequestRecord, ServerContext } from './request-record.ts';

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
  return { json: answerJson(answer), format, question };
}

/** Null for a syntax error, which Yoga reports. */
async function readQuietly(service: GraphqlService, text: string) {
  try {
    return await service.read(text);
  } catch {
    return null;
  }
}
