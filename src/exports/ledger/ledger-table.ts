import type { Reference, Table } from '../source/table.ts';
import type { LedgerColumn } from './ledger-column.ts';

/** Which rows of a table are meant. */
export interface Rows {
  /** As known at this revision. */
  readonly at: number;
  /** Where looking at every row would take long: only those that may differ between the two revisions. */
  readonly changedBetween?: readonly [since: number, until: number];
}

/** A table of the ledger: FROM and WHERE, in which `t` is the row, and the order in which rows come. */
export interface LedgerTable extends Table<LedgerColumn> {
  from(rows: Rows): string;
  readonly orderBy: string;
}

/** The condition that a row was known at a revision. */
export const knownAt = (alias: string, { at }: Rows): string =>
  `${alias}.added_in <= ${at} AND (${alias}.retired_in IS NULL OR ${alias}.retired_in > ${at})`;

/** The condition that a row came or went between two revisions. */
export const cameOrWent = (alias: string, { changedBetween }: Rows): string => {
  if (changedBetween === undefined) return 'true';
  const [since, until] = changedBetween;
  const within = (column: string) => `${alias}.${column} > ${since} AND ${alias}.${column} <= ${until}`;
  return `(${within('added_in')} OR ${within('retired_in')})`;
};

/**
 * FROM and WHERE of a catalogue table with each row as it was at a revision: before an amendment made later, it said what the amendment
 * keeps.
 */
export const catalogueAt = (table: string, rows: Rows, joins = ''): string => `
  ${table} live
  CROSS JOIN LATERAL jsonb_populate_record(live, coalesce((
    SELECT before FROM amendment WHERE record = '${table}' AND record_id = live.id AND revision > ${rows.at} ORDER BY id LIMIT 1
  ), '{}')) t ${joins}
  WHERE ${knownAt('t', rows)}`;

export const references = (table: string, column: string, key = 'key'): Reference => ({
  columns: [column],
  table,
  key: [key],
});

export const addedInRevision = references('revisions', 'added_in', 'number');
