import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as ownTurn } from 'node:timers/promises';
import type { GraphQLError } from 'graphql';
import { apiError } from '#graphql/api-error.ts';
import type { Context } from '#graphql/context.ts';
import type { Documents, InvalidDocument, ValidDocument } from '#graphql/execution/documents.ts';
import { type Answer, admit, answerJson, execute, executeAtOnce, type Question } from '#graphql/execution/execute.ts';
import { HeldConnections } from '#postgres/held-connections.ts';
import { questionOf } from './caching/graphql-caching.ts';
import { type AnsweredDocuments, type AskedDocument, askedDocument } from './documents/asked-document.ts';
import { hashOf } from './documents/persisted-documents.ts';
import type { Limits } from './limits/limits.ts';
import { budgetHeaders, type RateLimit, tooManyPoints } from './limits/rate-limit.ts';
import { type AnswerFormat, type PlainRequest, plainRequest, untilAllIsRead } from './read-request.ts';
import { type ErrorAnswer, refuse } from './refuse.ts';
import type { RequestContext, RequestRecord, ServerContext } from './request-record.ts';
import type { CostlyQueries } from './threads/costly-queries.ts';

export interface ServiceOptions {
  readonly documents: Documents;
  readonly answered: AnsweredDocuments;
  readonly limits: Pick<Limits, 'maxCost' | 'introspection'>;
  readonly rateLimit: RateLimit;
  /** Where costly queries are executed, so that they stop no other request. */
  readonly threads: CostlyQueries;
  /** Points above which a query is executed there. */
  readonly threadedFrom: number;
}

/** Of so many stances an order or a count is made in some milliseconds. */
const fewStances = 20_000;

/** Reads, admits and executes queries for all callers: node:http, Yoga and stored queries. */
export class GraphqlService {
  readonly answered: AnsweredDocuments;
  readonly #options: ServiceOptions;

  constructor(options: ServiceOptions) {
    this.answered = options.answered;
    this.#options = options;
  }

  /**
   * Reads a document; in another thread when validating it takes long.
   * @throws GraphQLError when it cannot be parsed
   */
  read(text: string): ValidDocument | InvalidDocument | Promise<ValidDocument | InvalidDocument> {
    const { documents, threads } = this.#options;
    return documents.read(text, (elsewhere) => threads.validate(elsewhere));
  }

  /** Records the operation and cost of a request and charges its points. Null when it may be executed, else the errors to return. */
  async admit(
    question: Question,
    context: Pick<Context, 'snapshot' | 'pageSizes' | 'caller'>,
    record: RequestRecord,
  ): Promise<readonly GraphQLError[] | null> {
    const { maxCost } = this.#options.limits;
    record.operation = question.operation.name;
    return admit(question, context, {
      maxCost,
      charge: (points, isAffordable) => {
        record.cost = points;
        if (!isAffordable || record.charged) return null;
        const { caller } = context;
        // A caller with an API key uses the points of the key, from any address.
        return this.#charge(caller === null ? record.client : `key ${caller.name}`, points, record);
      },
    });
  }

  async #charge(client: string, points: number, record: RequestRecord): Promise<GraphQLError | null> {
    const { rateLimit } = this.#options;
    const budget = await rateLimit.charge(client, points);
    record.charged = true;
    if (budget === null) return null;
    record.headers = budgetHeaders(rateLimit, budget);
    if (budget.allowed) return null;
    const { message, headers } = tooManyPoints(rateLimit, budget.resetMs);
    return apiError('RATE_LIMITED', message, { http: { status: 429, headers } });
  }

  /**
   * Executes an admitted question of so many points: here, or in another thread on the same snapshot. One that is a part of something larger goes there
   * too, unless the ledger is small: what all parts need is computed with the first.
   */
  execute(
    question: Question,
    context: RequestContext,
    points: number | null,
    isPart = false,
  ): Answer | Promise<Answer> {
    const { limits, threads } = this.#options;
    const hideSuggestions = !limits.introspection;
    return this.#takesLong(question, context, points ?? 0, isPart)
      ? threads.execute(question, context, hideSuggestions)
      : execute(question, context, hideSuggestions);
  }

  /** The JSON of what can be executed here without waiting for anything, so that no time limit is needed; null for everything else. */
  executeAtOnce(question: Question, context: Context, points: number | null): string | null {
    return this.#takesLong(question, context, points ?? 0) ? null : executeAtOnce(question, context);
  }

  #takesLong({ operation }: Question, { snapshot }: Context, points: number, isPart = false): boolean {
    if (!(operation.isQuery || operation.isSubscription)) return false;
    if (points > this.#options.threadedFrom) return true;
    return snapshot.stances.length > fewStances && (isPart || operation.preparesLedger);
  }
}

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

/** How long a request may take. */
export interface TimeLimit {
  readonly requestTimeoutMs: number;
}

/** The error for a request that exceeded its time limit, by the progress of its write. */
export function lateRefusal(
  { stage, written }: Pick<HeldConnections, 'stage' | 'written'>,
  timeoutMs: number,
): ErrorAnswer {
  const took = `The request took longer than ${timeoutMs} ms`;
  const before = stage === 'WRITTEN' ? written - 1 : written;
  const others = before === 0 ? '' : ` Earlier writes in this request that were done: ${before}.`;
  const again = { 'retry-after': '2' };
  if (stage === 'COMMITTING') {
    const message = `${took} while the write was being committed: it may have been done. Retry with the same idempotency key; without one, first check whether it was done.${others}`;
    return { status: 503, code: 'WRITE_OUTCOME_UNKNOWN', message, headers: again };
  }
  if (stage === 'WRITTEN') {
    const message = `${took}, but the write was done. Query its result, or retry with the same idempotency key.${others}`;
    return { status: 503, code: 'REQUEST_TIMEOUT', message, headers: again };
  }
  if (stage !== null) {
    const why = stage === 'WAITING' ? 'other writes were first' : 'the write did not finish in time';
    const message = `${took}: ${why}. Nothing was written; retry.${others}`;
    return { status: 503, code: 'BUSY', message, headers: again };
  }
  return { status: 503, code: 'REQUEST_TIMEOUT', message: `${took}; request less at a time.` };
}

/** The error for a stored query that exceeded its time limit, such as a table of everything. */
export const lateStoredQuery = (name: string, timeoutMs: number): ErrorAnswer => ({
  status: 503,
  code: 'REQUEST_TIMEOUT',
  message: `${name} took longer than ${timeoutMs} ms; ask for less by its parameters. \`concord queries ask ${name}\` and an export (docs/exports.md) may take as long as they need.`,
});

/** Sends the error for a request that took too long, and for a write its outcome. */
export function refuseLate({ requestTimeoutMs }: TimeLimit, response: ServerResponse, record: RequestRecord): void {
  const refusal = record.late ?? lateRefusal({ stage: null, written: 0 }, requestTimeoutMs);
  record.errorCodes = [refusal.code];
  refuse(response, refusal);
}

/** The result of `work`, unless it takes too long: then its database queries are cancelled and its result is discarded. */
export async function inTime<T>(
  { requestTimeoutMs }: TimeLimit,
  work: () => T | Promise<T>,
  record?: RequestRecord,
): Promise<T | 'TOO_LATE'> {
  const held = new HeldConnections(requestTimeoutMs);
  const { promise: tooLate, resolve } = Promise.withResolvers<'TOO_LATE'>();
  const timer = setTimeout(() => {
    if (record !== undefined) record.late = lateRefusal(held, requestTimeoutMs);
    resolve('TOO_LATE');
    void held.cancel();
  }, requestTimeoutMs);
  try {
    return await Promise.race([held.during(work), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
