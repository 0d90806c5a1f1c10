import type { Column, ColumnType } from '../source/source.ts';

/** A column of the ledger, with the SQL that gives it. */
export interface LedgerColumn extends Column {
  readonly sql: string;
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

/** Columns that every row has a value in. */
export const required = {
  text: column('string', true),
  integer: column('integer', true),
  number: column('number', true),
  date: column('date', true),
  datetime: column('datetime', true),
  array: column('array', true),
};

/** Columns that may be empty. */
export const optional = {
  text: column('string', false),
  integer: column('integer', false),
  date: column('date', false),
  flag: column('boolean', false),
};

const slug = '[a-z0-9]+(-[a-z0-9]+)*';
export const slugPattern = { pattern: slug };
export const stanceKeyPattern = { pattern: `${slug}--${slug}--[0-9]{4}-[0-9]{2}-[0-9]{2}` };

const oneOf = (values: Readonly<Record<string, string>>) => ({ oneOf: Object.values(values) });

/** A column of an enum of the ledger. */
export const chosen = (name: string, sql: string, values: Readonly<Record<string, string>>, description: string) =>
  required.text(name, sql, description, oneOf(values));

export const maybeChosen = (name: string, sql: string, values: Readonly<Record<string, string>>, description: string) =>
  optional.text(name, sql, description, oneOf(values));

/** The revision in which a row was recorded, and its reference. */
export const addedIn = (sql = 't.added_in') =>
  required.integer('added_in', sql, 'Number of the revision that recorded the row.', { minimum: 1 });

/** The key of a stance, in SQL. A date as text is `2022-02-04`, in every session that `openLedger` begins. */
export const stanceKeySql = (party: string, proposition: string, heldFrom: string) =>
  `lower(${party}) || '--' || ${proposition} || '--' || ${heldFrom}::text`;
