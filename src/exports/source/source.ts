import type { Readable } from 'node:stream';
import type { Batch } from './batch.ts';
import type { Table } from './table.ts';

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
