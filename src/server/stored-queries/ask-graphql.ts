import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Context } from '#graphql/context.ts';
import type { QueryAnswer } from '#stored-queries/query-engine.ts';
import type { GraphqlService } from '../graphql-service.ts';
import { type ComputedFrom, RequestContext, type RequestRecord } from '../request-record.ts';

export interface Asking {
  readonly service: GraphqlService;
  readonly record: RequestRecord;
  /** A context of the one snapshot and day that all is answered from. */
  readonly newContext: () => Context;
  /** What each answer was computed from, as far as it can be cached; is added to. */
  readonly computedFrom: (ComputedFrom | null)[];
  /** Whether it is asked page by page, for a table. */
  readonly isTable: boolean;
  /** What a client may see of an error. */
  readonly maskError: (error: unknown) => Error;
}

/** What all answers together were computed from; null when one of them cannot be cached. */
export function computedFromAll({ computedFrom }: Asking): ComputedFrom | null {
  const [first] = computedFrom;
  if (first == null || computedFrom.includes(null)) return null;
  return { ...first, dependsOnDay: computedFrom.some((one) => one?.dependsOnDay) };
}

/** What GraphQL answered, with the HTTP status that it gives it. */
export interface Asked extends QueryAnswer {
  readonly status: number;
  readonly text: string;
}

/** Asks what a stored query asks, with all limits. What several questions of one request cost adds up in its record. */
export async function askGraphql(
  asking: Asking,
  text: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Asked> {
  const { service, record, newContext, computedFrom, isTable, maskError } = asking;
  const read = await service.read(text);
  const operation = 'operations' in read ? read.operation(null) : null;
  if (operation === null) return failed('errors' in read ? read.errors : [], maskError);
  const context = new RequestContext(newContext());
  const question = { operation, variables };
  const before = record.cost ?? 0;
  record.charged = false;
  const refused = await service.admit(question, context, record);
  const points = record.cost;
  record.cost = (points ?? 0) + before;
  if (refused !== null) return failed(refused, maskError);
  record.computedFrom = operation.isOfLedger ? context : null;
  const answer = await service.execute(question, context, points, isTable);
  computedFrom.push(record.computedFrom);
  if (typeof answer === 'string') return { ...(JSON.parse(answer) as QueryAnswer), status: 200, text: answer };
  if (answer.errors !== undefined) return failed(answer.errors, maskError, answer.data);
  return { data: answer.data as QueryAnswer['data'] & {}, status: 200, text: JSON.stringify(answer) };
}

/** An answer with errors: its status is that which one of them asks for. */
function failed(
  errors: readonly GraphQLError[],
  maskError: Asking['maskError'],
  data?: ExecutionResult['data'],
): Asked {
  let status = 200;
  const shown = errors.map((error) => {
    const masked = maskError(error) as GraphQLError; // which is what it makes of every error
    const { http, ...extensions } = masked.extensions as Extensions;
    status = Math.max(status, http?.status ?? 0);
    const { message, locations, path } = masked;
    return { message, ...(locations && { locations }), ...(path && { path }), extensions };
  });
  const answer = { errors: shown, ...(data !== undefined && { data }) };
  return { ...(answer as QueryAnswer), status, text: JSON.stringify(answer) };
}

interface Extensions extends Readonly<Record<string, unknown>> {
  readonly http?: { readonly status?: number };
}

const statuses: Readonly<Record<string, number>> = {
  DATABASE_UNAVAILABLE: 503,
  DATABASE_TIMEOUT: 503,
  INTERNAL_SERVER_ERROR: 500,
};

/** The HTTP status of an answer: one that has errors is never 200, whatever data there is beside them. */
export function statusOf({ status, errors }: Pick<Asked, 'status' | 'errors'>): number {
  if (errors === undefined || status !== 200) return status;
  return statuses[String(errors[0]?.extensions?.code)] ?? 400;
}
