import type { Readable } from 'node:stream';
import { ExportError } from '../export-error.ts';

/** A licence of the data. `name` is an SPDX identifier. */
export interface Licence {
  readonly name: string;
  readonly title: string;
  readonly path: string;
}

/** Where data come from. */
export interface Origin {
  readonly title: string;
  readonly path?: string;
}

/** A source at one revision: everything that is read from it belongs together. */
export interface OpenSource {
  /** Id of the ledger. */
  readonly ledger: string;
  readonly revision: { readonly number: number; readonly time: Date; readonly digest: string };
  /** What the rows depend on beside the revision: a version that is of the same of both says the same. Null: nothing. */
  readonly state: string | null;
  count(table: Table): Promise<number>;
  /** The table as CSV with a header: RFC 4180 with line feeds, nothing between the commas for an empty value, `""` for an empty text. */
  csv(table: Table): Promise<Readable>;
  /** The table with one JSON object a line. */
  ndjson(table: Table): Promise<Readable>;
  /** The table in batches of so many rows, the last one smaller. */
  batches(table: Table, rows: number): AsyncIterable<Batch>;
  /** What a row names and is not there, a sentence each. */
  danglingReferences(table: Table): Promise<readonly string[]>;
  /**
   * What differs from an earlier revision, as lines of JSON `{"op":"ADD|MOD|DEL","key":{…},"row":{…}}` in the order of the key; a deletion
   * has no row.
   */
  changes(table: Table, since: number): Promise<Readable>;
  /** Whether a revision with a digest is of the past of this one: only then `changes` can be asked. */
  had(revision: { readonly number: number; readonly digest: string }): Promise<boolean>;
  close(): Promise<void>;
}

/** What can be exported: the ledger, or a stored query. Whatever it is, it yields rows of tables with declared columns. */
export interface Source {
  /** What an export definition names in `what`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly licences: readonly Licence[];
  readonly origins: readonly Origin[];
  readonly tables: readonly Table[];
  /**
   * Begins to read. `asKnownAt` null is the newest revision.
   * @throws ExportError `UNKNOWN_REVISION`
   */
  open(databaseUrl: string, asKnownAt: number | null): Promise<OpenSource>;
}

/**
 * The source that a definition names.
 * @throws ExportError `INVALID_EXPORT`
 */
export function findSource(sources: readonly Source[], name: string): Source {
  const found = sources.find((source) => source.name === name);
  if (found !== undefined) return found;
  throw new ExportError(
    'INVALID_EXPORT',
    `what: found ${JSON.stringify(name)}, expected a source that this server can export.`,
  );
}

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

/**
 * What the values of a column are: `array` is a list of texts or objects, as JSON; `date` a day, `datetime` a moment in UTC with
 * milliseconds; `integer` fits 32 bits.
 */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'array';

/** One column of an exported table: data, package metadata and documentation come from it. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** One sentence; says what an empty value means where there may be one. */
  readonly description: string;
  /** No row is without a value. */
  readonly required: boolean;
  /** All the values that there can be. */
  readonly oneOf?: readonly string[];
  /** A regular expression that every value keeps from its first to its last character. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Texts of some rows, in UTF-8. */
export interface TextValues {
  readonly kind: 'text';
  /** One text after the other, nothing for an empty value. */
  readonly bytes: Uint8Array;
  /** Where the text of each row ends; it begins where the one before ends. */
  readonly ends: Int32Array;
  /** 1 where the row has a value, 0 where it is empty. */
  readonly present: Uint8Array;
}

/** Numbers of some rows: days since 1970, microseconds since then, 0 and 1 for false and true, or what the name says. */
export interface NumberValues {
  readonly kind: 'number';
  /** Anything where a row has no value. */
  readonly numbers: Int32Array | Float64Array | BigInt64Array | Uint8Array;
  readonly present: Uint8Array;
}

export type ColumnValues = TextValues | NumberValues;

/** Some rows, column by column. Arrays may be longer than `length`, and the next batch may have the same ones. */
export interface Batch {
  readonly length: number;
  readonly columns: readonly ColumnValues[];
}
