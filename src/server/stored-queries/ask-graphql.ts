import type { QueryAnswer } from '#exports/stored-query/query-engine.ts';
import type { ComputedFrom } from '../caching/computed-from.ts';
import type { GraphqlServer } from '../create-yoga.ts';
import { graphqlEndpoint } from '../graphql-endpoint.ts';
import type { RequestRecord } from '../request-record.ts';
import type { AnswerFrom } from '../server-context.ts';

export interface Asking {
  readonly graphql: GraphqlServer;
  readonly record: RequestRecord;
  /** What all is answered from. */
  readonly answerFrom: AnswerFrom;
  /** What each answer was computed from, as far as it can be cached; is added to. */
  readonly computedFrom: (ComputedFrom | null)[];
  /** Name of the stored query. */
  readonly name: string;
  /** Null without one. */
  readonly authorization: string | null;
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

/** Asks the GraphQL server, with all its limits. Costs of several questions of one request add up in its record. */
export async function askGraphql(
  { graphql, record, answerFrom, computedFrom, name, authorization }: Asking,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Asked> {
  const { Request } = graphql.yoga.fetchAPI;
  const request = new Request(`http://localhost${graphqlEndpoint}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      ...(authorization !== null && { authorization }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const before = record.cost;
  record.cost = null;
  record.computedFrom = null;
  const response = await graphql.yoga.handleRequest(request, { record, answerFrom, storedQuery: name });
  if (before !== null) record.cost = (record.cost ?? 0) + before;
  computedFrom.push(record.computedFrom);
  const text = await response.text();
  return { ...(JSON.parse(text) as QueryAnswer), status: response.status, text };
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
