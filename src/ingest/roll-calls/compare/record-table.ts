import { columnsOf, quoted } from '#ledger/tables/column-sql.ts';
import { anyTables, type TableName } from '#ledger/tables/ledger-rows.ts';

/** Rows that are retired and added, never amended. */
export interface RecordTable {
  /** Its name among the tables of the ledger, and in the database. */
  readonly name: TableName;
  readonly table: string;
  /** Columns that together identify a row. */
  readonly key: readonly string[];
  /** The other columns. */
  readonly content: readonly string[];
  /** SELECT of these columns from the files, with `file` and `line`. */
  readonly wanted: string;
}

export const changeTable = ({ table }: Pick<RecordTable, 'table'>) => `staged_${table}_change`;

/**
 * The rows of a table that files say: the SQL value of each of its fields, of a reference the id, and what to select them from, with `file` and `line`.
 * Optional fields that are not given are null.
 */
export function recordTable(name: TableName, values: Readonly<Record<string, string>>, from: string): RecordTable {
  const { name: table, key } = anyTables[name];
  const columns = columnsOf(anyTables[name]).map(([field, { column, type, references, isOptional }]) => {
    const value = values[field] ?? (isOptional ? 'NULL' : undefined);
    if (value === undefined) throw new Error(`Nothing is said of the field ${field} of ${name}.`);
    return { field, column: quoted(column), value: `${value}::${references === undefined ? type : 'int'}` };
  });
  const isKey = ({ field }: { readonly field: string }) => key.includes(field);
  return {
    name,
    table,
    key: columns.filter(isKey).map(({ column }) => column),
    content: columns.filter((column) => !isKey(column)).map(({ column }) => column),
    wanted: `SELECT file, line, ${columns.map(({ column, value }) => `${value} AS ${column}`).join(', ')} ${from}`,
  };
}
