import type { Readable } from 'node:stream';
import type { Source as LedgerOrigin } from '#ledger/read/sources.ts';
import { ExportError } from '../export-error.ts';

/** A source at one revision: everything read from it is consistent. */
export interface OpenSource {
  /** Id of the ledger. */
  readonly ledger: string;
  readonly revision: { readonly number: number; readonly time: Date; readonly digest: string };
  /** Whose records the ledger has at that revision, and on which terms. */
  readonly origins: readonly LedgerOrigin[];
  /** What the rows depend on besides the revision: versions with equal values of both have the same content. Null: nothing. */
  readonly state: string | null;
  count(table: Table): Promise<number>;
  /** The table as CSV with a header: RFC 4180 with line feeds, nothing between the commas for an empty value, `""` for an empty text. */
  csv(table: Table): Promise<Readable>;
  /** The table with one JSON object per line. */
  ndjson(table: Table): Promise<Readable>;
  /** The table in batches of so many rows, the last one smaller. */
  batches(table: Table, rows: number): AsyncIterable<Batch>;
  /** References to missing rows, one sentence each. */
  danglingReferences(table: Table): Promise<readonly string[]>;
  /**
   * The differences from an earlier revision, as lines of JSON `{"op":"ADD|MOD|DEL","key":{…},"row":{…}}` in the order of the key; a deletion
   * has no row.
   */
  changes(table: Table, since: number): Promise<Readable>;
  /** Whether a revision with a digest is part of this one's history; required by `changes`. */
  had(revision: { readonly number: number; readonly digest: string }): Promise<boolean>;
  close(): Promise<void>;
}

/** A source of exports: the ledger, or a stored query. Each returns rows of tables with declared columns. */
export interface Source {
  /** Its name in the `what` of an export definition. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly tables: readonly Table[];
  /**
   * Starts reading. `asKnownAt` null: the newest revision.
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
  /** Lower case with underscores; used in file names. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly columns: readonly C[];
  /** Columns, all required, that together are unique; empty if the table has no key. */
  readonly primaryKey: readonly string[];
  readonly references: readonly Reference[];
}

/**
 * The type of a column: `array` is a list of texts or objects, as JSON; `date` a day, `datetime` a time in UTC with
 * milliseconds; `integer` fits 32 bits.
 */
export type ColumnType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'array';

/** One column of an exported table: data, package metadata and documentation come from it. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** One sentence; includes the meaning of null if the column may be null. */
  readonly description: string;
  /** Whether every row has a value. */
  readonly required: boolean;
  /** All possible values. */
  readonly oneOf?: readonly string[];
  /** A regular expression that matches every value completely. */
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Texts of some rows, in UTF-8. */
export interface TextValues {
  readonly kind: 'text';
  /** The texts, concatenated; nothing for null. */
  readonly bytes: Uint8Array;
  /** End offset of the text of each row, which starts at the end of the previous one. */
  readonly ends: Int32Array;
  /** 1 if the row has a value, 0 if it is null. */
  readonly present: Uint8Array;
}

/** Numbers of some rows: days since 1970, microseconds since then, 0 and 1 for false and true, or the number itself. */
export interface NumberValues {
  readonly kind: 'number';
  /** Undefined content in rows without a value. */
  readonly numbers: Int32Array | Float64Array | BigInt64Array | Uint8Array;
  readonly present: Uint8Array;
}

export type ColumnValues = TextValues | NumberValues;

/** Some rows, column by column. Arrays may be longer than `length`, and the next batch may reuse them. */
export interface Batch {
  readonly length: number;
  readonly columns: readonly ColumnValues[];
}
