import { setImmediate as letOthersPass } from 'node:timers/promises';
import type { KeyLookup } from './key-lookups.ts';
import { pageVariables } from './paged-document.ts';
import type { PreparedQuery } from './prepared-query.ts';
import type { Ask, QueryAnswer } from './query-engine.ts';
import { StoredQueryError } from './stored-query-error.ts';
import { type Row, tableRows, valueAt } from './table-rows.ts';

/** A page of a table. */
export interface TablePage {
  readonly rows: readonly Row[];
  /** False: the document chooses rows itself (`first`, `last` …), and there are others. */
  readonly complete: boolean;
}

/** A page was answered with errors; `answer` has them. */
export class RefusedAnswer extends StoredQueryError {
  readonly answer: QueryAnswer;

  constructor(name: string, answer: QueryAnswer) {
    super('STORED_QUERY_FAILED', `The stored query ${name} failed: ${answer.errors?.[0]?.message}`);
    this.answer = answer;
  }
}

/** Rows of a page, beyond which the next one is made smaller: reading and writing so many takes some milliseconds. */
const mostRows = 1_000;

/**
 * Reads the table of a stored query, page by page to its end; between two pages others pass. Pages that cost too much are made smaller.
 * @throws RefusedAnswer, also for a key that names nothing; StoredQueryError `TABLE_INCOMPLETE` when a list of it has more rows than come; what `signal` was
 * aborted with
 */
export async function* readTable(
  { query, form, paged, lookups }: PreparedQuery,
  variables: Readonly<Record<string, unknown>>,
  ask: Ask,
  largestPage: number,
  signal?: AbortSignal,
): AsyncGenerator<TablePage> {
  let size = largestPage;
  let after: string | null = null;
  for (;;) {
    signal?.throwIfAborted();
    const page = { [pageVariables.size]: size, [pageVariables.after]: after };
    const answer: QueryAnswer = await ask(paged.text, paged.followed === null ? variables : { ...variables, ...page });
    const smaller = paged.followed === null ? null : affordable(size, answer);
    if (smaller !== null) {
      size = smaller;
      continue;
    }
    if (answer.errors !== undefined || !answer.data) throw new RefusedAnswer(query.name, answer);
    const { data } = answer;
    for (const lookup of lookups)
      if (data[lookup.name] === null) await refuseUnknown(query.name, lookup, variables, ask);
    const cut = paged.connections.filter(({ path }) => path !== paged.followed && isCut(data, path));
    const unseen = cut.find(({ chosen }) => !chosen);
    if (unseen !== undefined) throw incomplete(query.name, unseen.path);
    const rows = [...tableRows(form, data)];
    if (rows.length > mostRows) size = Math.max(1, Math.floor((size * mostRows) / rows.length));
    yield { rows, complete: cut.length === 0 };
    const next = paged.followed === null ? null : (valueAt(data, [...paged.followed, 'pageInfo']) as PageInfo | null);
    if (!next?.hasNextPage) return;
    if (next.endCursor === null || next.endCursor === after) throw incomplete(query.name, paged.followed ?? []);
    after = next.endCursor;
    await letOthersPass();
  }
}

/** Throws the refusal of a key that names nothing, for which the answer has null. */
async function refuseUnknown(
  name: string,
  { text, variables: names }: KeyLookup,
  variables: Readonly<Record<string, unknown>>,
  ask: Ask,
): Promise<void> {
  const given = Object.fromEntries(Object.entries(variables).filter(([variable]) => names.includes(variable)));
  const answer = await ask(text, given);
  if (answer.errors !== undefined) throw new RefusedAnswer(name, answer);
}

interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly endCursor: string | null;
}

/** The page that costs as much as is allowed; null when this one does not cost too much, or none is small enough. */
function affordable(size: number, { errors }: QueryAnswer): number | null {
  const extensions = errors?.[0]?.extensions;
  if (extensions?.code !== 'QUERY_TOO_COSTLY') return null;
  const share = Number(extensions.allowed) / Number(extensions.found);
  const smaller = Math.min(Math.floor(size * share), size - 1);
  return smaller >= 1 ? smaller : null;
}

/** Whether there is more of a list than the answer has, wherever the list stands in it. */
function isCut(value: unknown, path: readonly string[]): boolean {
  if (Array.isArray(value)) return value.some((element) => isCut(element, path));
  if (value === null || value === undefined) return false;
  const [name, ...rest] = path;
  if (name !== undefined) return isCut((value as Record<string, unknown>)[name], rest);
  const { pageInfo } = value as { readonly pageInfo: PageInfo };
  return pageInfo.hasNextPage || pageInfo.hasPreviousPage;
}

const incomplete = (name: string, path: readonly string[]) =>
  new StoredQueryError(
    'TABLE_INCOMPLETE',
    `${name}: ${path.join('.')} has more than one page, and only the outermost list is paged. ` +
      'Set `first` on that list in the document, or make it the outermost list.',
  );
