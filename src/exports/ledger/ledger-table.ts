import { knownAtSql } from '#ledger/read/known-at.ts';
import type { Reference, Table } from '../source/source.ts';
import type { LedgerColumn } from './ledger-column.ts';

/** Which rows of a table are meant. */
export interface Rows {
  /** As known at this revision. */
  readonly at: number;
  /** Where looking at every row would take long: only those that may differ between the two revisions. */
  readonly changedBetween?: readonly [since: number, until: number];
}

/** A reference of the ledger, with the SQL that tells which row of the other table is named. */
export interface LedgerReference extends Reference {
  readonly named: string;
  /** The same of a row `t` of that table. */
  readonly there: string;
}

/** A table of the ledger: FROM and WHERE, in which `t` is the row, and the order in which rows come. */
export interface LedgerTable extends Table<LedgerColumn> {
  readonly references: readonly LedgerReference[];
  from(rows: Rows): string;
  readonly orderBy: string;
}

/** The condition that a row was known at a revision. */
export const knownAt = (alias: string, { at }: Rows): string => knownAtSql(at, alias);

/** The condition that a row came or went between two revisions. */
export const cameOrWent = (alias: string, { changedBetween }: Rows): string => {
  if (changedBetween === undefined) return 'true';
  const [since, until] = changedBetween;
  const within = (column: string) => `${alias}.${column} > ${since} AND ${alias}.${column} <= ${until}`;
  return `(${within('added_in')} OR ${within('retired_in')})`;
};

const laterOf = (table: string, { at }: Rows) => `record = '${table}' AND revision > ${at}`;

const amendedLater = (table: string, rows: Rows) => `SELECT record_id FROM amendment WHERE ${laterOf(table, rows)}`;

/**
 * FROM and WHERE of a catalogue table with each row as it was at a revision: before an amendment made later, it said what the amendment
 * keeps.
 */
export const catalogueAt = (table: string, rows: Rows, joins = ''): string => `
  (
    SELECT live.* FROM ${table} live WHERE live.id NOT IN (${amendedLater(table, rows)})
    UNION ALL
    SELECT was.* FROM ${table} live
    JOIN (SELECT DISTINCT ON (record_id) record_id, before FROM amendment WHERE ${laterOf(table, rows)} ORDER BY record_id, id) first
      ON first.record_id = live.id
    CROSS JOIN LATERAL jsonb_populate_record(live, first.before) was
  ) t ${joins}
  WHERE ${knownAt('t', rows)}`;

/** The reference of a column to the key of a catalogue table. `named` gives the id of the row. */
export const references = (table: string, column: string, named: string): LedgerReference => ({
  columns: [column],
  table,
  key: ['key'],
  named,
  there: 't.id',
});

export const addedInRevision: LedgerReference = {
  columns: ['added_in'],
  table: 'revisions',
  key: ['number'],
  named: 't.added_in',
  there: 't.number',
};
