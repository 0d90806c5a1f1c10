import { type GraphQLSchema, parse, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { type DeclaredVariable, declaredVariables } from './declared-variables.ts';
import { type KeyLookup, keyLookups } from './key-lookups.ts';
import { type PagedDocument, pagedDocument } from './paged-document.ts';
import { selectionOf } from './selection.ts';
import type { StoredQuery } from './stored-query.ts';
import { StoredQueryError } from './stored-query-error.ts';
import { type TableForm, tableFormOf } from './table-form.ts';

/** A stored query with what its document means. */
export interface PreparedQuery {
  readonly query: StoredQuery;
  readonly variables: readonly DeclaredVariable[];
  readonly form: TableForm;
  /** What its table is asked for with. */
  readonly paged: PagedDocument;
  /** Where it finds a record by its key. */
  readonly lookups: readonly KeyLookup[];
}

// A version never changes; what is read anew from the database is not prepared anew.
const remembered = new LRUCache<string, Omit<PreparedQuery, 'query'>>({ max: 500 });

/**
 * Prepares a stored query, which was valid when it was stored.
 * @throws StoredQueryError `INVALID_STORED_QUERY` when it does not fit the schema of this Concord any more
 */
export function prepareQuery(schema: GraphQLSchema, query: StoredQuery): PreparedQuery {
  const key = JSON.stringify([query.document, query.columns, query.variables]);
  const prepared = remembered.get(key) ?? prepare(schema, query);
  remembered.set(key, prepared);
  return { ...prepared, query };
}

function prepare(schema: GraphQLSchema, { name, document: text, columns, variables }: StoredQuery) {
  const document = parse(text);
  const [error] = validate(schema, document);
  if (error !== undefined) throw outdated(name, error.message);
  const selection = selectionOf(schema, document);
  const table = tableFormOf(selection, columns);
  if (!('form' in table)) {
    throw outdated(
      name,
      table.problems.map(({ at, found, expected }) => `${at}: found ${found}, expected ${expected}.`).join(' '),
    );
  }
  return {
    variables: declaredVariables(schema, document, variables),
    form: table.form,
    paged: pagedDocument(document, selection, table.form),
    lookups: keyLookups(document, selection, table.form),
  };
}

const outdated = (name: string, why: string) =>
  new StoredQueryError(
    'INVALID_STORED_QUERY',
    `The stored query ${name} does not match the schema of this version of Concord: ${why}`,
  );
