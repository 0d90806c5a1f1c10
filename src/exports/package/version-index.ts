import { z } from 'zod';
import { compressions, formats, parquetCompressions, usualParquetCompression } from '../format.ts';

const file = z.object({
  path: z.string(),
  format: z.enum(formats),
  compression: z.enum(compressions).nullable(),
  bytes: z.int(),
  sha256: z.string(),
});

/** How the rows of a table differ from another version. */
const changes = z.object({ add: z.int(), modify: z.int(), delete: z.int(), file: file.nullable() });

const source = z.object({
  key: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  citation: z.string().nullable(),
  licence: z.string().nullable(),
  licenceAddress: z.string().nullable(),
  address: z.string().nullable(),
  reviewedOn: z.string().nullable(),
});

export type IndexedSource = z.output<typeof source>;

const shape = z.object({
  name: z.string(),
  version: z.string(),
  what: z.string(),
  /** Id of the ledger, and digest of the revision; null in versions that are older than both. */
  ledger: z.string().nullable().default(null),
  revision: z.object({ number: z.int(), time: z.iso.datetime(), digest: z.string().nullable().default(null) }),
  /** What its rows depend on besides the revision; null: nothing. */
  state: z.string().nullable().default(null),
  /** Whose records the ledger had, in the order in which they came; none in versions that are older. */
  sources: z.array(source).default([]),
  createdAt: z.iso.datetime(),
  formats: z.array(z.enum(formats)),
  compression: z.enum(compressions).nullable(),
  /** Of Parquet files, inside. */
  parquetCompression: z.enum(parquetCompressions).default(usualParquetCompression),
  /** Fingerprint of the tables and columns: versions with equal ones can be compared. */
  columns: z.string(),
  tables: z.array(z.object({ name: z.string(), rows: z.int(), files: z.array(file) })),
  /** Null in the first version and if the previous one cannot be compared; `noDelta` is the reason. */
  delta: z.object({ from: z.string(), tables: z.record(z.string(), changes) }).nullable(),
  noDelta: z.string().nullable(),
});

/** Content of `index.json` of a version. The file exists only when the version is complete. */
export type VersionIndex = z.output<typeof shape>;

export type TableChanges = z.output<typeof changes>;

/** Parses `index.json`; null if Concord did not write it. */
export function parseVersionIndex(text: string): VersionIndex | null {
  try {
    return shape.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** The paths of all files of tables in a version, from its folder. */
export const filesOf = ({ tables, delta }: VersionIndex): readonly string[] => [
  ...tables.flatMap(({ files }) => files.map(({ path }) => path)),
  ...Object.values(delta?.tables ?? {}).flatMap(({ file }) => (file === null ? [] : [file.path])),
];
