import type { PreparedQuery } from '../prepared-query.ts';
import type { Ask, QueryAnswer } from '../query-engine.ts';
import { RefusedAnswer, readTable } from '../read-table.ts';
import { StoredQueryError } from '../stored-query-error.ts';
import type { Row } from '../table-rows.ts';
import { plainValues } from './plain-values.ts';

/** What a stored query answered, or would have, at a revision. */
export interface AnswerThen {
  /** The rows of its table; none of a query without lists. */
  readonly rows: readonly Row[];
  /** What it says besides its rows: JSON by path. */
  readonly values: ReadonlyMap<string, string>;
  /** Why there was no answer, such as a party that was not in the ledger yet; null when there was one. */
  readonly why: string | null;
}

/** Rows that two answers are compared of: more would take the memory and time of other requests. */
export const mostRows = 20_000;

/** Codes of errors that say nothing of the question: to ask again may help. */
const passing: ReadonlySet<unknown> = new Set([
  'BUSY',
  'DATABASE_TIMEOUT',
  'DATABASE_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
  'RATE_LIMITED',
  'REQUEST_TIMEOUT',
  'STOPPING',
]);

/**
 * The answer to a stored query, all pages of its table included.
 * @throws StoredQueryError `FEED_TOO_LARGE`; RefusedAnswer for errors that may pass; what `signal` was aborted with
 */
export async function answerThen(
  prepared: PreparedQuery,
  variables: Readonly<Record<string, unknown>>,
  ask: Ask,
  largestPage: number,
  signal?: AbortSignal,
): Promise<AnswerThen> {
  let first: QueryAnswer | null = null;
  const noting: Ask = async (document, given) => {
    const answer = await ask(document, given);
    if (answer.errors === undefined) first ??= answer;
    return answer;
  };
  const rows: Row[] = [];
  try {
    for await (const page of readTable(prepared, variables, noting, largestPage, signal)) {
      if (prepared.form.lists.length > 0) rows.push(...page.rows);
      if (rows.length > mostRows) throw tooLarge(prepared.query.name);
    }
  } catch (error) {
    if (!(error instanceof RefusedAnswer) || isPassing(error.answer)) throw error;
    return { rows: [], values: new Map(), why: error.answer.errors?.[0]?.message ?? error.message };
  }
  const { data } = (first ?? {}) as QueryAnswer; // set by `noting`, which TypeScript does not see
  return { rows, values: plainValues(data ?? {}, prepared.form), why: null };
}

const isPassing = ({ errors = [] }: QueryAnswer) => errors.some(({ extensions }) => passing.has(extensions?.code));

const tooLarge = (name: string) =>
  new StoredQueryError(
    'FEED_TOO_LARGE',
    `${name}: found a table of more than ${mostRows} rows, expected at most ${mostRows} for a feed of its changes. Narrow it by its parameters.`,
  );
