import type { Column } from './column.ts';

/** Columns whose values are the key of a row of a table of the same export. */
export interface Reference {
  readonly columns: readonly string[];
  readonly table: string;
  /** The key of that table, in the order of `columns`. */
  readonly key: readonly string[];
}

/** One table of an export, declared once. */
export interface Table<C extends Column = Column> {
  /** Lower case with underscores; files are named by it. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly C[];
  /** Columns, all required, that together are different in every row; none of a table whose rows nothing tells apart. */
  readonly primaryKey: readonly string[];
  readonly references: readonly Reference[];
}
