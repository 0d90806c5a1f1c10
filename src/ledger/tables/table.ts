/** How a field of a row is kept: a value of a SQL type, or the key of a row of another table. */
export type Column =
  | { readonly column: string; readonly type: string }
  | { readonly column: string; readonly references: CatalogueTable; readonly optional?: true };

/** Tables whose rows have a key of their own. */
export type CatalogueTable = 'party' | 'issue' | 'proposition' | 'document' | 'passage';

/**
 * One table of the ledger, declared once: its reading, comparing and writing follow from this. A `Row` names other rows by key, dates as
 * YYYY-MM-DD, and has null where nothing is known.
 */
export interface Table<Row> {
  readonly name: string;
  /** Fields that together say which row it is, among the rows that are not retired. */
  readonly key: readonly (keyof Row & string)[];
  /** Texts may be amended in place; the database keeps what they said before. */
  readonly catalogue: boolean;
  readonly columns: { readonly [Field in keyof Row & string]: Column };
  /** The row that this one is a part of. Of a stance a new version may come, so its key stands in its own row alone. */
  readonly owner?: { readonly table: string; readonly key: readonly (keyof Row & string)[] };
  /**
   * Fields that say what a row is about, when several may be about the same: whoever writes one of these writes all of them, so that a changed date
   * corrects a row rather than adding one.
   */
  readonly subject?: readonly (keyof Row & string)[];
}

/** A row of any table, as the generic reader and writer see it. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** Identity of a row within its table, as one string. */
export const rowKey = <Row>(table: Table<Row>, row: Row): string =>
  table.key.map((field) => String(row[field])).join(' | ');

/** What a row says, as one string: equal exactly when nothing of it differs. */
export const rowContent = <Row>(table: Table<Row>, row: Row): string =>
  JSON.stringify(
    Object.keys(table.columns).map((field) => row[field as keyof Row] ?? null),
    keysInOrder,
  );

/** The database keeps JSON objects without the order of their keys. */
function keysInOrder(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const value = (type: string) => (column: string) => ({ column, type });

export const text = value('text');
export const texts = value('text[]');
export const date = value('date');
export const integer = value('integer');
export const flag = value('boolean');
export const json = value('jsonb');
export const oneOf = (enumType: string, column: string): Column => ({ column, type: `"${enumType}"` });
export const keyOf = (references: CatalogueTable, column = `${references}_id`): Column => ({ column, references });
export const optionalKeyOf = (references: CatalogueTable, column = `${references}_id`): Column => ({
  column,
  references,
  optional: true,
});
