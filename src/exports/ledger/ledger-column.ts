import type { Column as Declared } from '#ledger/tables/table.ts';
import type { Column, ColumnType } from '../source/source.ts';

/** A column of the ledger, with its SQL expression. */
export interface LedgerColumn extends Column {
  readonly sql: string;
}

/** The types of exported values by those of SQL; an enum is a text. */
const types: Readonly<Record<string, ColumnType>> = {
  text: 'string',
  date: 'date',
  integer: 'integer',
  boolean: 'boolean',
  'text[]': 'array',
  jsonb: 'array',
};

/** A column of a table as it is declared, which `sql` gives. Rows are named by their keys: `document_key`. */
export function declaredColumn(
  { column, type, references, isOptional, description, exportedAs, oneOf, pattern, minimum }: Declared,
  sql: string,
): LedgerColumn {
  const usual = references === undefined ? column : column.replace(/_id$/, '_key');
  return {
    name: exportedAs ?? usual,
    type: types[type] ?? 'string',
    description,
    required: !isOptional,
    ...(oneOf && { oneOf }),
    ...(pattern !== undefined && { pattern }),
    ...(minimum !== undefined && { minimum }),
    sql: type === 'text[]' ? `coalesce(to_jsonb(${sql}), '[]')` : sql,
  };
}

type Constraints = Partial<Pick<Column, 'oneOf' | 'pattern' | 'minimum' | 'maximum'>>;

const column =
  (type: ColumnType, required: boolean) =>
  (name: string, sql: string, description: string, constraints: Constraints = {}): LedgerColumn => ({
    name,
    type,
    description,
    required,
    ...constraints,
    sql,
  });

/** Columns that follow from others, and that every row has a value in. */
export const required = {
  text: column('string', true),
  integer: column('integer', true),
  number: column('number', true),
  date: column('date', true),
  datetime: column('datetime', true),
  array: column('array', true),
};

/** The same where a value may be missing. */
export const optional = { date: column('date', false), text: column('string', false) };

/** The revision in which a row was recorded. */
export const addedIn = required.integer('added_in', 't.added_in', 'Number of the revision that recorded the row.', {
  minimum: 1,
});

/** The key of a stance, in SQL. A date as text is `2022-02-04`, in every session that `openLedger` starts. */
export const stanceKeySql = (party: string, proposition: string, heldFrom: string) =>
  `lower(${party}) || '--' || ${proposition} || '--' || ${heldFrom}::text`;
