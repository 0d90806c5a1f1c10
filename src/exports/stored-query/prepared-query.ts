import { type GraphQLSchema, parse } from 'graphql';
import { type DeclaredVariable, declaredVariables } from './declared-variables.ts';
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
}

const remembered = new WeakMap<StoredQuery, PreparedQuery>();

/**
 * Prepares a stored query, which was valid when it was stored.
 * @throws StoredQueryError `INVALID_STORED_QUERY` when it does not fit the schema of this Concord any more
 */
export function prepareQuery(schema: GraphQLSchema, query: StoredQuery): PreparedQuery {
  const before = remembered.get(query);
  if (before !== undefined) return before;
  const document = parse(query.document);
  const selection = selectionOf(schema, document);
  const table = tableFormOf(selection, query.columns);
  if (!('form' in table)) {
    const [{ at, found, expected } = { at: 'document', found: 'another schema', expected: 'this one' }] =
      table.problems;
    const message = `The stored query ${query.name} does not fit this Concord: ${at}: found ${found}, expected ${expected}.`;
    throw new StoredQueryError('INVALID_STORED_QUERY', message);
  }
  const prepared = {
    query,
    variables: declaredVariables(schema, document, query.variables),
    form: table.form,
    paged: pagedDocument(document, selection, table.form),
  };
  remembered.set(query, prepared);
  return prepared;
}
