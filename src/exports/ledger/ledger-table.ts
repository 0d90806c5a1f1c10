import { knownAtSql } from '#ledger/read/known-at.ts';
import { columnsOf, joinsOf, namedIdSql, valueSql } from '#ledger/tables/column-sql.ts';
import type { AnyRow, CatalogueTable, Table as DeclaredTable } from '#ledger/tables/table.ts';
import type { Reference, Table } from '../source/source.ts';
import { addedIn, declaredColumn, type LedgerColumn } from './ledger-column.ts';

/** Selects rows of a table. */
export interface Rows {
  /** As known at this revision. */
  readonly at: number;
  /** For large tables: only rows that may differ between the two revisions. */
  readonly changedBetween?: readonly [since: number, until: number];
}

/** A reference of the ledger, with SQL for the id of the referenced row. */
export interface LedgerReference extends Reference {
  readonly named: string;
  /** The id of a row `t` of that table. */
  readonly there: string;
}

/** A table of the ledger: FROM and WHERE, in which `t` is the row, and the order of rows. */
export interface LedgerTable extends Table<LedgerColumn> {
  readonly references: readonly LedgerReference[];
  from(rows: Rows): string;
  readonly orderBy: string;
}

/** The condition that a row was known at a revision. */
export const knownAt = (alias: string, { at }: Rows): string => knownAtSql(at, alias);

/** The condition that a row was added or retired between two revisions. */
export const cameOrWent = (alias: string, { changedBetween }: Rows): string => {
  if (changedBetween === undefined) return 'true';
  const [since, until] = changedBetween;
  const within = (column: string) => `${alias}.${column} > ${since} AND ${alias}.${column} <= ${until}`;
  return `(${within('added_in')} OR ${within('retired_in')})`;
};

const laterOf = (table: string, { at }: Rows) => `record = '${table}' AND revision > ${at}`;

const amendedLater = (table: string, rows: Rows) => `SELECT record_id FROM amendment WHERE ${laterOf(table, rows)}`;

/**
 * FROM and WHERE of a catalogue table with each row as it was at a revision: an amendment made later stores the content before
 * it.
 */
export const catalogueAt = (table: string, rows: Rows, joins = ''): string => `
  (
    SELECT live.* FROM ${table} live WHERE live.id NOT IN (${amendedLater(table, rows)})
    UNION ALL
    SELECT was.* FROM ${table} live
    JOIN (SELECT DISTINCT ON (record_id) record_id, before FROM amendment WHERE ${laterOf(table, rows)} ORDER BY record_id, id) first
      ON first.record_id = live.id
    CROSS JOIN LATERAL jsonb_populate_record(NULL::${table}, first.before) was
  ) t ${joins}
  WHERE ${knownAt('t', rows)}`;

export const addedInRevision: LedgerReference = {
  columns: ['added_in'],
  table: 'revisions',
  key: ['number'],
  named: 't.added_in',
  there: 't.number',
};

/** What an export says of a table beside its declaration. */
export interface Presentation<Row> extends Pick<Table, 'name' | 'title' | 'description'> {
  /** The columns in another order, or with others that follow from them; else those that are declared, in their order. */
  readonly columns?: (declared: { readonly [Field in keyof Row]: LedgerColumn }) => readonly LedgerColumn[];
  /** Names of the columns that are the key, where it is not of the declared ones. */
  readonly primaryKey?: readonly string[];
  /** References beside those of the declared columns. */
  readonly references?: readonly LedgerReference[];
  /** SQL of the rows `t`, where they have more columns than the table. */
  readonly rows?: (rows: Rows) => string;
  /** SQL of what is joined to a row `t` beside the rows that it names. */
  readonly joins?: (rows: Rows) => string;
  /** The order of rows, where that of the key takes too long. */
  readonly orderBy?: string;
}

/** Names of exported tables by those of the ledger. */
const exportedNames: Readonly<Record<CatalogueTable, string>> = {
  party: 'parties',
  issue: 'issues',
  proposition: 'propositions',
  document: 'documents',
  passage: 'passages',
};

/** The export of a table as it is declared, with the revision that added each row at the end. */
export function exported<Row>(table: DeclaredTable<Row>, presentation: Presentation<Row>): LedgerTable {
  const any = table as unknown as DeclaredTable<AnyRow>; // only its declaration is read
  const fields = columnsOf(any);
  const declared = Object.fromEntries(
    fields.map(([field, column]) => [field, declaredColumn(column, valueSql(any, field))]),
  ) as { readonly [Field in keyof Row]: LedgerColumn }; // one for each field
  const columns = presentation.columns?.(declared) ?? Object.values<LedgerColumn>(declared);
  const named = fields.flatMap(([field, { references }]): LedgerReference[] => {
    const { name } = declared[field as keyof Row];
    if (references === undefined || !columns.some((column) => column.name === name)) return [];
    return [
      { columns: [name], table: exportedNames[references], key: ['key'], named: namedIdSql(field), there: 't.id' },
    ];
  });
  const { name, title, description, references = [], rows, joins } = presentation;
  return {
    name,
    title,
    description,
    primaryKey: presentation.primaryKey ?? table.key.map((field) => declared[field].name),
    references: [...references, ...named, addedInRevision],
    columns: [...columns, addedIn],
    from: (asked) => {
      const joined = [...joinsOf(any), joins?.(asked) ?? ''].join(' ');
      if (table.catalogue) return catalogueAt(table.name, asked, joined);
      return `${rows?.(asked) ?? table.name} t ${joined} WHERE ${wereThere(any, asked)}`;
    },
    orderBy: presentation.orderBy ?? table.key.map((field) => valueSql(any, field)).join(', '),
  };
}

/** The condition that a row that is not amended, and the stance that it belongs to, were known. */
function wereThere({ owner }: DeclaredTable<AnyRow>, rows: Rows): string {
  const aliases = owner?.table === 'stance' ? ['t', 'stance'] : ['t'];
  const known = aliases.map((alias) => knownAt(alias, rows)).join(' AND ');
  return `${known} AND (${aliases.map((alias) => cameOrWent(alias, rows)).join(' OR ')})`;
}
