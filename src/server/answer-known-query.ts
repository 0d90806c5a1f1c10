import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { setImmediate as ownTurn } from 'node:timers/promises';
import type { VariableValues } from 'graphql';
import type { Context } from '#graphql/context.ts';
import { type Compiled, type CompiledQueries, variablesOf } from './compiled-queries.ts';
import { graphqlEndpoint } from './graphql-endpoint.ts';
import { waits } from './json-writer/give-up.ts';
import { pointsOf } from './limits/operation-costs.ts';
import type { RateLimit } from './limits/rate-limit.ts';
import { variableProblem } from './limits/use-clean-values.ts';
import { budgetHeaders, tooManyPoints } from './limits/use-rate-limit.ts';
import type { Refusal } from './refuse.ts';
import type { RequestRecord } from './request-record.ts';
import { untilAllIsRead } from './until-all-is-read.ts';

/** What it takes to answer without Yoga. */
export interface KnownQueries {
  readonly compiled: CompiledQueries;
  readonly maxCost: number;
  readonly rateLimit: RateLimit;
  /** The context of a request without an API key that asks for the newest revision; null before there is a snapshot. */
  readonly newContext: () => Context | null;
}

/** Gives up what takes too long (`inTime`). */
type InTime = <T>(work: () => Promise<T>) => Promise<T | 'TOO_LATE'>;

interface Question {
  readonly compiled: Compiled;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly coerced: VariableValues;
}

/**
 * The short way for what clients send most: a plain JSON POST of a query that Yoga has let through before and that is compiled. Gives the JSON of
 * the answer, that the client has no points left, or that it took too long; null for everything else, and for whatever turns out to have an
 * error: that is Yoga's to answer, all of it. What has to be waited for is done in time. The checks that depend on the request are made here too, by
 * the same functions. docs/decisions/execution.md has the figures.
 */
export async function answerKnownQuery(
  { compiled: queries, maxCost, rateLimit, newContext }: KnownQueries,
  request: IncomingMessage,
  body: Buffer,
  record: RequestRecord,
  inTime: InTime,
): Promise<string | Refusal | 'TOO_LATE' | null> {
  if (!isPlain(request)) return null;
  await untilAllIsRead();
  const question = questionIn(body, queries);
  if (question === null) return null;
  const { compiled, variables, coerced } = question;
  const context = newContext();
  if (context === null) return null;
  const cost = pointsOf(compiled.document, compiled.operation, variables, context.snapshot);
  if (cost > maxCost) return null;
  record.operation = compiled.name;
  record.cost = cost;
  const budget = await rateLimit.charge(record.client, cost);
  record.charged = true;
  if (budget !== null) {
    record.headers = budgetHeaders(rateLimit, budget);
    if (!budget.allowed) {
      record.errorCodes = ['RATE_LIMITED'];
      return { status: 429, code: 'RATE_LIMITED', ...tooManyPoints(rateLimit, budget.resetMs) };
    }
  }
  if (cost > brief) await ownTurn();
  const written = compiled.write?.(context, coerced) ?? null;
  if (typeof written === 'string') return written;
  if (written === waits) compiled.write = null;
  const result = await inTime(async () => compiled.query(undefined, context, variables));
  if (result === 'TOO_LATE') return result;
  if (result.errors !== undefined) return null;
  compiled.write = null; // nothing failed, and yet it cannot be written in one go
  return compiled.stringify(result);
}

/** Points up to which questions that arrived together are answered together: about half a millisecond for each. What takes longer is not waited for. */
const brief = 1_000;

/** Whether nothing is asked for but JSON for JSON, of the newest revision, by anybody. */
function isPlain({ method, url, headers }: IncomingMessage): boolean {
  if (method !== 'POST' || url !== graphqlEndpoint || !acceptsJson(headers)) return false;
  const type = headers['content-type'];
  return (
    (type === 'application/json' || type === 'application/json; charset=utf-8') &&
    unusual.every((name) => headers[name] === undefined)
  );
}

const unusual = ['authorization', 'content-encoding', 'concord-at-least-revision'] as const;

const acceptsJson = ({ accept }: IncomingHttpHeaders) =>
  accept === undefined || accept === '*/*' || accept === 'application/json';

/** The question, when it is one of a known query with variables that it takes. */
function questionIn(body: Buffer, queries: CompiledQueries): Question | null {
  const asked = parsed(body);
  if (asked === null || typeof asked.query !== 'string') return null;
  for (const name in asked) if (!understood.has(name)) return null;
  const compiled = queries.ofText(asked.query);
  const { operationName = null, variables } = asked;
  if (compiled === null || (operationName !== null && operationName !== compiled.operation.name?.value)) return null;
  const values = variables ?? {};
  if (!isObject(values) || variableProblem(values) !== null) return null;
  const coerced = variablesOf(compiled, values);
  return coerced === null ? null : { compiled, variables: values, coerced };
}

const understood: ReadonlySet<string> = new Set(['query', 'variables', 'operationName']);

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(body: Buffer): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
